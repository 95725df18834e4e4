package si.vpogled.inventory;

import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.nio.file.Path;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** The inventory of this installation: the operator's file, or the one that comes along. */
final class InstalledInventory {
    @Produces
    @Singleton
    LoadedInventory loaded(@ConfigProperty(name = "vpogled.inventory.file") Optional<Path> file) {
        return file.map(InventoryLoader::read).orElseGet(InventoryLoader::readDefault);
    }

    @Produces
    @Singleton
    Inventory inventory(LoadedInventory loaded, ProviderConfig provider) {
        Inventory file = loaded.inventory();
        return new Inventory(
                file.version(),
                named(provider, file.provider()),
                file.services(),
                file.rows(),
                file.cells(),
                file.automatedDecisions());
    }

    private static Inventory.Provider named(ProviderConfig config, Inventory.Provider file) {
        return new Inventory.Provider(
                config.name().orElse(file.name()),
                config.address().orElse(file.address()),
                config.email().orElse(file.email()),
                config.dpo().orElse(file.dpo()),
                file.jurisdiction());
    }
}
