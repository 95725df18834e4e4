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
    Inventory inventory(@ConfigProperty(name = "vpogled.inventory.file") Optional<Path> file) {
        return file.map(InventoryLoader::load).orElseGet(InventoryLoader::loadDefault);
    }
}
