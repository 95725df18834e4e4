package si.vpogled.web.api;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import si.vpogled.testing.Golden;
import si.vpogled.testing.ServiceWorld;
import si.vpogled.web.Routes;

@QuarkusTest
@WithTestResource(ServiceWorld.class)
class OpenApiTest {
    @Test
    void the_description_is_the_golden_one() {
        Golden.assertSame("openapi.yaml", document());
    }

    @Test
    void every_route_of_the_api_is_described_with_its_bodies_problems_and_who_may() throws IOException {
        JsonNode api = new YAMLMapper().readTree(document());
        Set<String> described = new TreeSet<>();
        List<String> poor = new ArrayList<>();

        api.get("paths")
                .properties()
                .forEach(path -> path.getValue().properties().forEach(operation -> {
                    String name = operation.getKey().toUpperCase(java.util.Locale.ROOT) + " " + path.getKey();
                    described.add(name);
                    if (isPoor(operation.getValue())) {
                        poor.add(name);
                    }
                }));

        assertThat(described)
                .containsExactlyElementsOf(new TreeSet<>(Routes.all().stream()
                        .filter(route ->
                                route.path().startsWith("/api/") || route.path().startsWith("/.well-known/"))
                        .map(route -> route.method() + " " + route.path())
                        .toList()));
        assertThat(poor).isEmpty();
        assertThat(document()).as("nothing is created without being told where").doesNotContain("\"201\"");
        assertThat(api.at("/components/schemas").properties())
                .allSatisfy(schema -> assertThat(schema.getValue().has("description")
                                || schema.getKey().equals("Text"))
                        .as(schema.getKey())
                        .isTrue());
    }

    private static boolean isPoor(JsonNode operation) {
        boolean words = operation.has("summary") && operation.has("description");
        boolean problems = operation.get("responses").has("500");
        boolean examples = exampleOf(operation.at("/requestBody/content/application~1json"))
                && operation.get("responses").properties().stream()
                        .filter(response -> response.getKey().startsWith("2"))
                        .allMatch(response -> exampleOf(response.getValue().at("/content/application~1json")));
        return !words || !problems || !examples;
    }

    private static boolean exampleOf(JsonNode json) {
        return json.isMissingNode() || json.path("schema").isEmpty() || json.has("example");
    }

    private static String document() {
        return given().get("/api/v1/openapi").asString();
    }
}
