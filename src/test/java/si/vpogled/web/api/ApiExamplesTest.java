package si.vpogled.web.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** The description's examples say what its schemas say: the golden document is the one that is published. */
class ApiExamplesTest {
    private static final JsonSchemaFactory SCHEMAS = JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012);

    /** What an answer leaves out where there is nothing to say, and a request may. */
    private static final Set<String> MAY_BE_LEFT_OUT = Set.of(
            "answerVersion",
            "approvedBy",
            "automatedDecisions",
            "backupsUntil",
            "changedBy",
            "condition",
            "days",
            "extension",
            "extensionReason",
            "fault",
            "later",
            "now",
            "partialReason",
            "proposedBy",
            "reason",
            "retryAt",
            "until");

    private final JsonNode api = new YAMLMapper()
            .readTree(Path.of("src/test/resources/golden/openapi.yaml").toFile());

    ApiExamplesTest() throws IOException {}

    /** A body of a request or an answer. */
    private record Body(String name, JsonNode schema, JsonNode example) {}

    @TestFactory
    Stream<DynamicTest> an_example_is_what_its_schema_says_and_leaves_no_field_out() {
        return bodies().stream()
                .map(body -> DynamicTest.dynamicTest(body.name(), () -> {
                    ObjectNode whole = body.schema().deepCopy();
                    whole.set("components", api.get("components"));
                    assertThat(SCHEMAS.getSchema(whole).validate(body.example()))
                            .isEmpty();
                    List<String> differences = new ArrayList<>();
                    compare("", body.schema(), body.example(), differences);
                    assertThat(differences).isEmpty();
                }));
    }

    private List<Body> bodies() {
        List<Body> bodies = new ArrayList<>();
        api.get("paths")
                .properties()
                .forEach(path -> path.getValue().properties().forEach(operation -> {
                    String name = operation.getKey() + " " + path.getKey();
                    add(bodies, name, operation.getValue().at("/requestBody/content"));
                    operation
                            .getValue()
                            .path("responses")
                            .properties()
                            .forEach(answer -> add(
                                    bodies,
                                    name + " " + answer.getKey(),
                                    answer.getValue().path("content")));
                }));
        assertThat(bodies).hasSizeGreaterThan(30);
        return bodies;
    }

    private static void add(List<Body> bodies, String name, JsonNode content) {
        content.properties().forEach(type -> {
            if (type.getValue().has("example")) {
                bodies.add(new Body(
                        name, type.getValue().get("schema"), type.getValue().get("example")));
            }
        });
    }

    private void compare(String place, JsonNode schema, JsonNode example, List<String> differences) {
        JsonNode meant = schema.has("$ref") ? api.at(schema.get("$ref").asText().substring(1)) : schema;
        if (example.isArray()) {
            example.forEach(one -> compare(place + "[]", meant.path("items"), one, differences));
        } else if (example.isObject() && meant.has("properties")) {
            example.fieldNames().forEachRemaining(field -> {
                if (!meant.get("properties").has(field)) {
                    differences.add("unknown " + place + "." + field);
                }
            });
            meant.get("properties").properties().forEach(property -> {
                if (example.has(property.getKey())) {
                    compare(
                            place + "." + property.getKey(),
                            property.getValue(),
                            example.get(property.getKey()),
                            differences);
                } else if (!MAY_BE_LEFT_OUT.contains(property.getKey())) {
                    differences.add("missing " + place + "." + property.getKey());
                }
            });
        }
    }
}
