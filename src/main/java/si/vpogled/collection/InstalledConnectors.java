package si.vpogled.collection;

import io.quarkus.runtime.Startup;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import si.vpogled.connector.definition.DefinitionLoader;
import si.vpogled.connector.definition.Definitions;
import si.vpogled.inventory.Inventory;
import si.vpogled.inventory.InventoryCoverage;
import si.vpogled.inventory.Item;
import si.vpogled.inventory.ItemId;
import si.vpogled.inventory.LoadedInventory;
import si.vpogled.yaml.InvalidFileException;
import si.vpogled.yaml.Problem;

/** Reads the definitions, from the operator's folder or those that come along; what is wrong stops the start. */
final class InstalledConnectors {
    @Produces
    @Singleton
    @Startup
    Connectors connectors(
            LoadedInventory inventory,
            ConnectorEnvironment environment,
            @ConfigProperty(name = "vpogled.connectors.directory") Optional<Path> folder) {
        DefinitionLoader loader = new DefinitionLoader();
        Definitions definitions = folder.map(loader::fromFolder).orElseGet(loader::builtIn);
        List<Problem> problems = Stream.concat(
                        InventoryCoverage.problems(inventory, definitions.answers()).stream(),
                        definitions.missingVariables(environment.variables()).stream())
                .toList();
        if (!problems.isEmpty()) {
            throw new InvalidFileException(problems);
        }
        return new Connectors(definitions, outsidePortability(inventory.inventory()));
    }

    private static Set<ItemId> outsidePortability(Inventory inventory) {
        return inventory.items().stream()
                .filter(item -> item.outsidePortability().isPresent())
                .map(Item::id)
                .collect(Collectors.toUnmodifiableSet());
    }
}
