package si.vpogled.web.security;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.List;
import java.util.regex.Pattern;
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

    @ParameterizedTest
    @ValueSource(strings = {"/q/swagger-ui", "/q/swagger-ui/", "/q/swagger-ui/index.html", "/q/nothing"})
    void the_page_of_the_api_is_closed_like_any_other(String path) {
        given().get(path)
                .then()
                .header(
                        "Content-Security-Policy",
                        allOf(
                                containsString("default-src 'self'"),
                                containsString("style-src 'self'"),
                                containsString("object-src 'none'"),
                                containsString("frame-ancestors 'none'"),
                                containsString("form-action 'self'"),
                                containsString("base-uri 'none'"),
                                not(containsString("unsafe"))));
    }

    /** Another version of the page has others: these are to be looked at, and then named in the policy. */
    @Test
    void of_scripts_within_html_only_those_of_the_page_of_the_api_run_by_what_they_say() throws Exception {
        Response page = given().get("/q/swagger-ui/");
        page.then().statusCode(200);

        List<String> scripts = Pattern.compile("<script(?: defer)?>(.*?)</script>", Pattern.DOTALL)
                .matcher(page.asString())
                .results()
                .map(script -> script.group(1))
                .toList();
        assertThat(scripts).hasSize(2);
        for (String script : scripts) {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(script.getBytes(StandardCharsets.UTF_8));
            assertThat(page.header("Content-Security-Policy"))
                    .contains("'sha256-" + Base64.getEncoder().encodeToString(digest) + "'");
        }
    }
}
