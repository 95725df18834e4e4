package si.vpogled.web.health;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;
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

    @Test
    void what_is_needed_is_told_and_nothing_else() {
        given().get(ready)
                .then()
                .statusCode(200)
                .body(
                        "checks.name",
                        containsInAnyOrder("database", "store", "tasks", "definitions", "Graceful Shutdown"))
                .body("checks.find {it.name == 'definitions'}.data.connectors", equalTo(5))
                .body("checks.find {it.name == 'definitions'}.data.'inventory items'", equalTo(114));
        given().get(live).then().statusCode(200).body("checks.name", containsInAnyOrder("tasks"));
    }

    @Test
    void a_store_that_goes_away_makes_it_unready_until_it_is_back_and_never_dead() throws IOException {
        Path away = store.resolveSibling("store-that-is-away");
        Files.move(store, away);
        try {
            given().get(ready)
                    .then()
                    .statusCode(503)
                    .body("checks.find {it.name == 'store'}.status", equalTo("DOWN"))
                    .body("checks.find {it.name == 'store'}.data.why", containsString("Is its folder mounted"))
                    .body("checks.find {it.name == 'database'}.status", equalTo("UP"));
            given().get(live).then().statusCode(200);
        } finally {
            Files.move(away, store);
        }
        given().get(ready).then().statusCode(200);
    }
}
