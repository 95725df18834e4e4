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
    Inventory inventory(LoadedInventory loaded) {
        return loaded.inventory();
    }
}
