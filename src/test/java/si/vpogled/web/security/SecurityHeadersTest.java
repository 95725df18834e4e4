package si.vpogled.web.security;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import si.vpogled.testing.ServiceWorld;

@QuarkusTest
@WithTestResource(ServiceWorld.class)
class SecurityHeadersTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "/",
                "/api/v1/inventory",
                "/api/v1/nothing",
                "/nothing",
                "/.well-known/jwks.json",
                "/console/sign-in",
                "/api/v1/openapi"
            })
    void every_answer_is_closed_to_others_and_kept_by_nobody(String path) {
        given().get(path)
                .then()
                .header(
                        "Content-Security-Policy",
                        allOf(
                                containsString("default-src 'self'"),
                                containsString("frame-ancestors 'none'"),
                                containsString("form-action 'self'"),
                                containsString("base-uri 'none'"),
                                not(containsString("unsafe"))))
                .header("X-Content-Type-Options", equalTo("nosniff"))
                .header("Referrer-Policy", equalTo("no-referrer"))
                .header("Cache-Control", equalTo("no-store"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/api/v1/inventory", "/.well-known/jwks.json", "/q/swagger-ui/"})
    void programs_get_no_cookies(String path) {
        given().get(path).then().statusCode(200).header("Set-Cookie", equalTo(null));
    }

    @Test
    void the_page_of_the_api_works_with_scripts_of_its_own() {
        given().get("/q/swagger-ui/")
                .then()
                .statusCode(200)
                .header("Content-Security-Policy", containsString("script-src 'self' 'unsafe-inline'"));
    }
}
