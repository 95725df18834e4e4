package si.vpogled.inventory;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import si.vpogled.yaml.InvalidFileException;
import si.vpogled.yaml.Problem;
import si.vpogled.yaml.YamlDocument;
import si.vpogled.yaml.YamlSchema;

/** Reads the inventory, and names every mistake in it with file, line and reason. */
public final class InventoryLoader {
    /** JSON Schema 2020-12 of the file, on the class path. */
    public static final String SCHEMA = "/schema/inventory.schema.json";

    private static final String DEFAULT = "inventory.yaml";
    private static final int MAX_BYTES = 1_000_000;

    private InventoryLoader() {}

    /**
     * An operator's own file.
     *
     * @throws InvalidFileException with all that is wrong with it
     */
    public static LoadedInventory read(Path file) {
        return read(YamlDocument.read(file, MAX_BYTES));
    }

    /** As {@link #read(Path)}, where nobody asks for places. */
    public static Inventory load(Path file) {
        return read(file).inventory();
    }

    /** The one that comes with the program. */
    public static Inventory loadDefault() {
        return readDefault().inventory();
    }

    /** The one that comes with the program, checked when that was built. */
    public static LoadedInventory readDefault() {
        try (InputStream in = InventoryLoader.class.getResourceAsStream("/" + DEFAULT)) {
            return loaded(YamlDocument.read(DEFAULT, in, MAX_BYTES));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Inventory load(String name, InputStream in) {
        return read(YamlDocument.read(name, in, MAX_BYTES)).inventory();
    }

    private static LoadedInventory read(YamlDocument document) {
        List<Problem> problems = new ArrayList<>(YamlSchema.of(SCHEMA).problems(document));
        problems.addAll(new InventoryCheck(document).problems());
        if (!problems.isEmpty()) {
            throw new InvalidFileException(problems);
        }
        return loaded(document);
    }

    private static LoadedInventory loaded(YamlDocument document) {
        return new LoadedInventory(new InventoryMapping(document.tree()).inventory(), places(document));
    }

    private static Map<ItemId, Problem> places(YamlDocument document) {
        Map<ItemId, Problem> places = new HashMap<>();
        JsonNode cells = document.tree().path("cells");
        for (int i = 0; i < cells.size(); i++) {
            JsonNode cell = cells.get(i);
            for (int j = 0; j < cell.path("items").size(); j++) {
                String pointer = "/cells/" + i + "/items/" + j;
                ItemId id = new ItemId(
                        cell.path("service").asText(),
                        cell.path("row").asText(),
                        document.tree().at(pointer + "/id").asText());
                places.put(id, document.problem(pointer + "/id", ""));
            }
        }
        return places;
    }
}
