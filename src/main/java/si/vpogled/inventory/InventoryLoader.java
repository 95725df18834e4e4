package si.vpogled.inventory;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
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
    public static Inventory load(Path file) {
        return load(YamlDocument.read(file, MAX_BYTES));
    }

    /** The one that comes with the program. */
    public static Inventory loadDefault() {
        try (InputStream in = InventoryLoader.class.getResourceAsStream("/" + DEFAULT)) {
            return load(DEFAULT, in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Inventory load(String name, InputStream in) {
        return load(YamlDocument.read(name, in, MAX_BYTES));
    }

    private static Inventory load(YamlDocument document) {
        List<Problem> problems = new ArrayList<>(YamlSchema.of(SCHEMA).problems(document));
        problems.addAll(new InventoryCheck(document).problems());
        if (!problems.isEmpty()) {
            throw new InvalidFileException(problems);
        }
        return new InventoryMapping(document.tree()).inventory();
    }
}
