package si.vpogled.web.security;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.lessThanOrEqualTo;
import static org.hamcrest.Matchers.matchesPattern;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import si.vpogled.demo.DemoStaff;
import si.vpogled.testing.Api;
import si.vpogled.testing.PageVisitor;
import si.vpogled.testing.ServiceWorld;
import si.vpogled.testing.SettableClock;

@QuarkusTest
@WithTestResource(ServiceWorld.class)
class ConsoleSignInTest {
    private static final String COOKIE = "vpogled-staff";

    @Inject
    SettableClock clock;

    @AfterEach
    void now() {
        clock.reset();
    }

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
        Response signedIn = new PageVisitor("sl").signIn(DemoStaff.CLERK.name(), DemoStaff.CLERK.password());

        signedIn.then().statusCode(303).header("Location", endsWith("/console"));
        assertThat(signedIn.getHeaders().getValues("Set-Cookie"))
                .anyMatch(cookie -> cookie.startsWith(COOKIE + "=")
                        && cookie.contains("HttpOnly")
                        && cookie.contains("SameSite=Strict"));
        console(signedIn.getCookie(COOKIE)).then().statusCode(200).body(containsString("klara"));
    }

    @Test
    void a_wrong_password_leads_back_without_a_cookie() {
        Response refused = new PageVisitor("sl").signIn(DemoStaff.CLERK.name(), "wrong");

        refused.then().statusCode(303).header("Location", containsString("/console/sign-in?failed"));
        assertThat(refused.getCookie(COOKIE)).isNull();
    }

    @Test
    void after_signing_in_somebody_is_at_the_page_that_they_asked_for() {
        PageVisitor clerk = new PageVisitor("sl");
        String form = clerk.get("/console/connectors?x=%C5%BEan&lang=en").getHeader("Location");
        form = form.substring(form.indexOf("/console/sign-in"));
        String asked = PageVisitor.hidden(clerk.get(form), "to").replace("&amp;", "&");

        String failed = clerk.post("/console/sign-in", form("ugibam", asked)).getHeader("Location");
        assertThat(failed).contains("?failed&to=");
        clerk.get(failed.substring(failed.indexOf("/console/sign-in")))
                .then()
                .body(containsString("name=\"to\" value=\"" + asked.replace("&", "&amp;") + "\""));
        clerk.post("/console/sign-in", form(DemoStaff.CLERK.password(), asked))
                .then()
                .statusCode(303)
                .header("Location", endsWith("/console/connectors?x=%C5%BEan&lang=en"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"//evil.example", "https://evil.example/console", "/\\evil.example", "/console/../sign-out"})
    void whatever_a_link_says_signing_in_leads_to_the_console_only(String to) {
        PageVisitor clerk = new PageVisitor("sl");
        clerk.get("/console/sign-in?to=" + URLEncoder.encode(to, StandardCharsets.UTF_8))
                .then()
                .body(containsString("name=\"to\" value=\"/console\""));

        clerk.post("/console/sign-in", form(DemoStaff.CLERK.password(), to))
                .then()
                .statusCode(303)
                .header("Location", matchesPattern("http://localhost:\\d+/console"));
    }

    private static Map<String, String> form(String password, String to) {
        return Map.of("j_username", DemoStaff.CLERK.name(), "j_password", password, "to", to);
    }

    @Test
    void a_cookie_that_we_did_not_write_opens_nothing() {
        String cookie = cookie();

        for (String other : new String[] {
            (cookie.startsWith("A") ? "B" : "A") + cookie.substring(1), "x", "A".repeat(43), cookie + cookie
        }) {
            console(other).then().statusCode(302).header("Location", endsWith("/console/sign-in"));
        }
    }

    @Test
    void a_cookie_kept_beyond_signing_out_opens_nothing() {
        PageVisitor clerk = new PageVisitor("sl");
        String cookie =
                clerk.signIn(DemoStaff.CLERK.name(), DemoStaff.CLERK.password()).getCookie(COOKIE);
        String colleagues = cookie();
        console(cookie).then().statusCode(200);

        clerk.get("/console");
        clerk.post("/console/sign-out", Map.of()).then().statusCode(303);

        console(cookie).then().statusCode(302);
        console(colleagues).then().statusCode(200);
    }

    @Test
    void signing_in_again_gives_a_new_cookie_and_ends_the_one_before() {
        PageVisitor clerk = new PageVisitor("sl");
        String before =
                clerk.signIn(DemoStaff.CLERK.name(), DemoStaff.CLERK.password()).getCookie(COOKIE);
        String after = clerk.signIn(DemoStaff.APPROVER.name(), DemoStaff.APPROVER.password())
                .getCookie(COOKIE);

        assertThat(after).isNotEqualTo(before);
        console(before).then().statusCode(302);
        console(after).then().statusCode(200);
    }

    @Test
    void a_session_ends_after_half_an_hour_without_use_and_after_twelve_hours_whatever_is_done() {
        String idle = cookie();
        clock.advance(Duration.ofMinutes(31));
        console(idle).then().statusCode(302);

        String busy = cookie();
        for (int i = 0; i < 28; i++) {
            clock.advance(Duration.ofMinutes(25));
            console(busy).then().statusCode(200);
        }
        clock.advance(Duration.ofMinutes(21));
        console(busy).then().statusCode(302);
    }

    @Test
    void a_page_that_looks_again_by_itself_keeps_nobody_signed_in() {
        String cookie = cookie();
        clock.advance(Duration.ofMinutes(20));
        given().cookie(COOKIE, cookie)
                .header("Sec-Fetch-Mode", "cors")
                .get("/console")
                .then()
                .statusCode(200);
        clock.advance(Duration.ofMinutes(11));

        console(cookie).then().statusCode(302);
    }

    @Test
    void whoever_is_warned_that_a_session_ends_extends_it_and_asking_when_it_ends_does_not() {
        PageVisitor clerk = PageVisitor.staff(DemoStaff.CLERK);
        clerk.get("/console").then().body(containsString("action=\"/console/session\""));
        clock.advance(Duration.ofMinutes(20));
        clerk.get("/console/session").then().statusCode(200).body("seconds", lessThanOrEqualTo(600));
        clock.advance(Duration.ofMinutes(8));
        clerk.get("/console/session").then().statusCode(200).body("seconds", lessThanOrEqualTo(120));

        clerk.post("/console/session", Map.of()).then().statusCode(200).body("seconds", greaterThan(25 * 60));

        clock.advance(Duration.ofMinutes(20));
        clerk.get("/console/session").then().statusCode(200);
        clock.advance(Duration.ofMinutes(11));
        clerk.get("/console/session").then().statusCode(303).header("Location", endsWith("/console/sign-in"));
    }

    @Test
    void the_consoles_cookie_is_no_key_to_the_api_and_the_apis_password_none_to_the_console() {
        given().cookie(COOKIE, cookie()).get("/api/v1/staff/requests").then().statusCode(401);
        Api.as(DemoStaff.CLERK).redirects().follow(false).get("/console").then().statusCode(302);
    }

    private static String cookie() {
        return new PageVisitor("sl")
                .signIn(DemoStaff.CLERK.name(), DemoStaff.CLERK.password())
                .getCookie(COOKIE);
    }

    private static Response console(String cookie) {
        return given().redirects().follow(false).cookie(COOKIE, cookie).get("/console");
    }
}
