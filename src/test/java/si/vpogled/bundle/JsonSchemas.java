package si.vpogled.bundle;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SchemaId;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SpecVersion;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;

/** Holds every JSON file of a bundle against the schema that completeness.json names for it. */
final class JsonSchemas {
    private static final JsonSchemaFactory FACTORY = JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012);

    private final UnpackedBundle bundle;
    private final Map<String, String> schemas = new TreeMap<>();

    private JsonSchemas(UnpackedBundle bundle) throws IOException {
        this.bundle = bundle;
        for (JsonNode line : bundle.json("data/completeness.json").path("schemas")) {
            schemas.put(
                    Path.of("data", line.path("file").asText()).normalize().toString(),
                    "data/" + line.path("schema").asText());
        }
    }

    /**
     * @param hosted whether a file is a customer's own
     * @return the files that were held against a schema
     */
    static List<String> check(UnpackedBundle bundle, Predicate<String> hosted) throws IOException {
        JsonSchemas check = new JsonSchemas(bundle);
        List<String> checked = new ArrayList<>();
        for (String name : bundle.files().keySet()) {
            if (name.endsWith(".json") && !hosted.test(name)) {
                check.file(name);
                checked.add(name);
            }
        }
        assertThat(checked).containsAll(check.schemas.keySet());
        return checked;
    }

    private void file(String name) throws IOException {
        JsonSchema schema =
                name.startsWith("data/schemas/") ? FACTORY.getSchema(SchemaLocation.of(SchemaId.V202012)) : own(name);
        assertThat(schema.validate(
                        bundle.json(name),
                        context -> context.getExecutionConfig().setFormatAssertionsEnabled(true)))
                .as(name)
                .isEmpty();
    }

    private JsonSchema own(String name) throws IOException {
        assertThat(schemas).containsKey(name);
        assertThat(bundle.files()).containsKey(schemas.get(name));
        if (bundle.json(name).has("$schema")) {
            assertThat(Path.of(name)
                            .resolveSibling(bundle.json(name).path("$schema").asText())
                            .normalize())
                    .as(name)
                    .hasToString(schemas.get(name));
        }
        return FACTORY.getSchema(bundle.text(schemas.get(name)));
    }
}
