package si.vpogled.bundle.completeness;

/**
 * A JSON file of the bundle and the schema that it follows.
 *
 * @param file path from {@code data/}
 * @param schema path from {@code data/}
 */
public record SchemaOf(String file, String schema) {
    /** @param name of the schema without its ending */
    public static SchemaOf of(String file, String name) {
        return new SchemaOf(file, "schemas/" + name + ".schema.json");
    }
}
