package si.vpogled.yaml;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.PathType;
import com.networknt.schema.SchemaValidatorsConfig;
import com.networknt.schema.SpecVersion;
import com.networknt.schema.ValidationMessage;
import com.networknt.schema.resource.DisallowSchemaLoader;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;

/** A JSON Schema 2020-12 of the class path, which finds problems in a {@link YamlDocument} and where they stand. */
public final class YamlSchema {
    private final JsonSchema schema;

    private YamlSchema(JsonSchema schema) {
        this.schema = schema;
    }

    /**
     * @param resource absolute name on the class path, {@code /schema/inventory.schema.json}; it refers only to itself
     * @throws IllegalArgumentException where there is none
     */
    public static YamlSchema of(String resource) {
        // nothing is fetched: a schema that refers to another is a mistake of ours
        JsonSchemaFactory factory = JsonSchemaFactory.getInstance(
                SpecVersion.VersionFlag.V202012,
                builder -> builder.schemaLoaders(loaders -> loaders.add(DisallowSchemaLoader.getInstance())));
        SchemaValidatorsConfig config = SchemaValidatorsConfig.builder()
                .pathType(PathType.JSON_POINTER)
                .locale(Locale.ENGLISH)
                .formatAssertionsEnabled(true)
                .build();
        try (InputStream in = YamlSchema.class.getResourceAsStream(resource)) {
            if (in == null) {
                throw new IllegalArgumentException("No JSON Schema on the class path: " + resource);
            }
            JsonSchema schema = factory.getSchema(in, config);
            schema.initializeValidators();
            return new YamlSchema(schema);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Every problem of the document, in its order; empty where it is right. */
    public List<Problem> problems(YamlDocument document) {
        return problems(document, "");
    }

    /** Every problem of the part of the document at a JSON Pointer. */
    public List<Problem> problems(YamlDocument document, String pointer) {
        return problems(document, pointer, value -> false);
    }

    /**
     * Every problem of the part of the document at a JSON Pointer, but for values of which nothing can be said yet.
     *
     * @param open whether a value is to be filled in later
     */
    public List<Problem> problems(YamlDocument document, String pointer, Predicate<JsonNode> open) {
        return schema.validate(document.tree().at(JsonPointer.compile(pointer))).stream()
                .filter(message -> !open.test(message.getInstanceNode()))
                .map(message -> problem(document, pointer, message))
                .sorted()
                .distinct()
                .toList();
    }

    /** Every problem of a tree that is no file, each with its JSON Pointer; values are not repeated. */
    public List<String> problems(JsonNode tree) {
        return problems(tree, value -> false);
    }

    /** The same, but for values of which nothing can be said yet. */
    public List<String> problems(JsonNode tree, Predicate<JsonNode> open) {
        return schema.validate(tree).stream()
                .filter(message -> !open.test(message.getInstanceNode()))
                .map(message -> message.getInstanceLocation() + ": " + message.getError())
                .sorted()
                .distinct()
                .toList();
    }

    private static Problem problem(YamlDocument document, String base, ValidationMessage message) {
        String pointer = base + message.getInstanceLocation();
        return switch (message.getType()) {
            case "additionalProperties", "unevaluatedProperties", "propertyNames" -> {
                String property = message.getProperty();
                yield property == null
                        ? document.problem(pointer, message.getError())
                        : document.keyProblem(
                                pointer + '/' + YamlDocument.escape(property), "no " + property + " belongs here");
            }
            case "false" -> document.keyProblem(pointer, "no " + last(pointer) + " belongs here");
            default -> document.problem(pointer, where(pointer) + message.getError());
        };
    }

    private static String where(String pointer) {
        String last = last(pointer);
        return last.isEmpty() || Character.isDigit(last.charAt(0)) ? "" : last + ": ";
    }

    private static String last(String pointer) {
        return pointer.substring(pointer.lastIndexOf('/') + 1);
    }
}
