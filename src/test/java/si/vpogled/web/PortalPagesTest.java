package si.vpogled.web;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;
import si.vpogled.testing.ServiceWorld;

@QuarkusTest
@WithTestResource(ServiceWorld.class)
class PortalPagesTest {
    @Test
    void the_start_page_is_slovenian_unless_asked_otherwise() {
        given().get("/")
                .then()
                .statusCode(200)
                .body(containsString("<html lang=\"sl\">"))
                .body(containsString("Vaši osebni podatki pri nas"));
    }
}
