package si.vpogled.web;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.net.URL;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import si.vpogled.demo.server.HttpBackend;
import si.vpogled.demo.server.Ports;
import si.vpogled.testing.Command;
import si.vpogled.testing.ServiceWorld;

/** What is for the operator's machines is not where the public comes in. */
@QuarkusTest
@WithTestResource(ServiceWorld.class)
class ManagementPortTest {
    @TestHTTPResource(value = "/", management = true)
    URL management;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/q/health",
                "/q/health/live",
                "/q/health/ready",
                "/q/health/started",
                "/q/health/well",
                "/q/metrics",
                "/q"
            })
    void the_public_port_has_neither_health_nor_metrics(String path) {
        given().get(path).then().statusCode(404);
    }

    @ParameterizedTest
    @ValueSource(strings = {"health/live", "health/ready", "health/started", "health/well"})
    void health_is_on_the_management_port(String path) {
        given().get(management + path).then().statusCode(200).body("status", equalTo("UP"));
    }

    /** As an engine of containers does that has no probes of its own. */
    @Test
    void the_images_own_look_finds_who_lives_and_who_does_not() {
        assertThat(look(management.getPort())).isZero();

        try (HttpBackend ill = HttpBackend.start()) {
            assertThat(look(ill.port())).as("something else answers").isNotZero();
        }
        assertThat(look(Ports.free())).as("nobody answers").isNotZero();
    }

    private static int look(int port) {
        return Command.run(
                        List.of("src/main/docker/health"),
                        Map.of("QUARKUS_MANAGEMENT_PORT", Integer.toString(port), "PATH", System.getenv("PATH")),
                        Duration.ofSeconds(60))
                .code();
    }

    @Test
    void metrics_are_on_the_management_port() {
        given().get(management + "metrics").then().statusCode(200).body(containsString("jvm_memory_used_bytes"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/api/v1/openapi", "/q/swagger-ui/"})
    void the_description_of_the_api_stays_with_the_api(String path) {
        given().get(path).then().statusCode(200);
    }
}
