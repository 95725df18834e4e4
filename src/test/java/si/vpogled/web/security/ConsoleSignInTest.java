package si.vpogled.web.security;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import org.junit.jupiter.api.Test;
import si.vpogled.demo.DemoStaff;
import si.vpogled.testing.Api;
import si.vpogled.testing.ServiceWorld;

@QuarkusTest
@WithTestResource(ServiceWorld.class)
class ConsoleSignInTest {
    private static final String COOKIE = "vpogled-staff";

    @Test
    void a_browser_is_led_to_the_form_and_never_asked_by_a_pop_up() {
        given().redirects()
                .follow(false)
                .get("/console")
                .then()
                .statusCode(302)
                .header("Location", endsWith("/console/sign-in"))
                .header("WWW-Authenticate", equalTo(null));
    }

    @Test
    void name_and_password_open_the_console_by_a_cookie_that_scripts_and_other_sites_cannot_use() {
        Response signedIn = signIn(DemoStaff.CLERK.password());

        signedIn.then().statusCode(302).header("Location", endsWith("/console"));
        assertThat(signedIn.getHeader("Set-Cookie")).contains("HTTPOnly", "SameSite=Strict", "Path=/console");
        given().cookie(COOKIE, signedIn.getCookie(COOKIE))
                .get("/console")
                .then()
                .statusCode(200)
                .body(containsString("klara"));
    }

    @Test
    void a_wrong_password_leads_back_without_a_cookie() {
        signIn("wrong")
                .then()
                .statusCode(302)
                .header("Location", containsString("/console/sign-in?failed"))
                .header("Set-Cookie", equalTo(null));
    }

    @Test
    void a_cookie_that_we_did_not_write_opens_nothing() {
        String cookie = signIn(DemoStaff.CLERK.password()).getCookie(COOKIE);

        given().redirects()
                .follow(false)
                .cookie(COOKIE, "A" + cookie.substring(1))
                .get("/console")
                .then()
                .statusCode(302);
    }

    @Test
    void the_consoles_cookie_is_no_key_to_the_api_and_the_apis_password_none_to_the_console() {
        String cookie = signIn(DemoStaff.CLERK.password()).getCookie(COOKIE);

        given().cookie(COOKIE, cookie).get("/api/v1/staff/requests").then().statusCode(401);
        Api.as(DemoStaff.CLERK).redirects().follow(false).get("/console").then().statusCode(302);
    }

    private static Response signIn(String password) {
        return given().redirects()
                .follow(false)
                .formParam("j_username", DemoStaff.CLERK.name())
                .formParam("j_password", password)
                .post("/console/sign-in/check");
    }
}
