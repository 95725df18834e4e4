package si.vpogled.web.health;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import io.agroal.api.AgroalDataSource;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;
import si.vpogled.testing.Metrics;
import si.vpogled.testing.ServiceWorld;

/** The database and the mail server go away where the production jar runs: see LogPrivacyIT. */
@QuarkusTest
@WithTestResource(ServiceWorld.class)
class ReadinessTest {
    @TestHTTPResource(value = "/health/ready", management = true)
    URL ready;

    @TestHTTPResource(value = "/health/live", management = true)
    URL live;

    @ConfigProperty(name = "vpogled.store.directory")
    Path store;

    @TestHTTPResource(value = "/health/well", management = true)
    URL well;

    @TestHTTPResource(value = "/metrics", management = true)
    URL metrics;

    @Inject
    AgroalDataSource database;

    @Test
    void what_is_needed_is_told_and_nothing_else() {
        given().get(ready)
                .then()
                .statusCode(200)
                .body("checks.name", containsInAnyOrder("database", "tasks", "definitions", "Graceful Shutdown"))
                .body("checks.find {it.name == 'definitions'}.data.connectors", equalTo(5))
                .body("checks.find {it.name == 'definitions'}.data.'inventory items'", equalTo(114));
        given().get(live).then().statusCode(200).body("checks.name", containsInAnyOrder("tasks"));
        given().get(well).then().statusCode(200).body("checks.name", containsInAnyOrder("store"));
    }

    /** All replicas have the same one: were they unready without it, nobody could as much as send a request. */
    @Test
    void a_store_that_goes_away_is_told_to_those_who_watch_and_shuts_no_door() throws IOException {
        Path away = store.resolveSibling("store-that-is-away");
        Files.move(store, away);
        try {
            given().get(well)
                    .then()
                    .statusCode(503)
                    .body("checks.find {it.name == 'store'}.status", equalTo("DOWN"))
                    .body("checks.find {it.name == 'store'}.data.why", containsString("Is its folder mounted"));
            assertThat(Metrics.read(metrics)).containsEntry("vpogled_store_up", 0.0);
            given().get(ready).then().statusCode(200);
            given().get(live).then().statusCode(200);
        } finally {
            Files.move(away, store);
        }
        given().get(well).then().statusCode(200);
        assertThat(Metrics.read(metrics)).containsEntry("vpogled_store_up", 1.0);
    }

    /** Longer than any statement of ours takes, and shorter than whoever waits for it may before it is called stuck. */
    @Test
    void a_database_that_falls_silent_is_given_up() throws SQLException {
        try (Connection connection = database.getConnection()) {
            assertThat(Duration.ofMillis(connection.getNetworkTimeout())).isEqualTo(Duration.ofMinutes(2));
        }
    }
}
