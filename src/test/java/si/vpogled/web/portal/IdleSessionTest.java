package si.vpogled.web.portal;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.both;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.lessThanOrEqualTo;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import si.vpogled.testing.PageVisitor;
import si.vpogled.testing.ServiceWorld;
import si.vpogled.testing.SettableClock;
import si.vpogled.testing.StagedCases;
import si.vpogled.text.Language;

/** A subject's session ends for want of use, and what the page asks for by itself is no use. */
@QuarkusTest
@WithTestResource(ServiceWorld.class)
class IdleSessionTest {
    private static final String CLOSED =
            "{\"kind\": \"closed\", \"at\": \"2030-01-01T00:00:00Z\", \"ending\": {\"kind\": \"withdrawn\"}}";

    @Inject
    StagedCases cases;

    @Inject
    SettableClock clock;

    private String session;

    @BeforeEach
    void signed_in() {
        String reference = cases.in(CLOSED, "nedejavna-" + UUID.randomUUID() + "@primer.si", Language.SL);
        session = cases.olderSession(reference);
    }

    @AfterEach
    void now() {
        clock.reset();
    }

    private Response get(String path, String accepted) {
        return given().redirects()
                .follow(false)
                .cookie("vpogled-session", session)
                .header("Accept", accepted)
                .get(path);
    }

    private void open(int status) {
        get("/case", "text/html").then().statusCode(status);
    }

    @Test
    void one_that_an_older_version_opened_beside_this_one_is_good() {
        open(200);
    }

    @Test
    void a_page_that_is_opened_keeps_it() {
        clock.advance(Duration.ofMinutes(20));
        open(200);
        clock.advance(Duration.ofMinutes(20));

        open(200);
    }

    @Test
    void a_page_is_told_when_it_ends_and_asking_does_not_keep_it() {
        open(200);
        clock.advance(Duration.ofMinutes(26));

        get("/case/session", "*/*")
                .then()
                .statusCode(200)
                .body("seconds", both(greaterThan(100)).and(lessThanOrEqualTo(240)))
                .body("extendable", equalTo(true));
        clock.advance(Duration.ofMinutes(5));

        get("/case/session", "*/*").then().statusCode(303).header("Location", endsWith("/sign-in?ended"));
    }

    @Test
    void whoever_is_warned_extends_it_by_the_button() {
        PageVisitor customer = PageVisitor.subject("sl", session);
        customer.get("/case").then().body(containsString("action=\"/case/session\""));
        clock.advance(Duration.ofMinutes(26));

        customer.post("/case/session", Map.of())
                .then()
                .statusCode(200)
                .body("seconds", greaterThan(25 * 60))
                .body("extendable", equalTo(true));
        clock.advance(Duration.ofMinutes(20));

        open(200);
    }

    @Test
    void the_last_of_its_hours_cannot_be_extended() {
        open(200);
        for (int i = 0; i < 28; i++) {
            clock.advance(Duration.ofMinutes(25));
            open(200);
        }

        get("/case/session", "*/*")
                .then()
                .body("seconds", lessThanOrEqualTo(20 * 60))
                .body("extendable", equalTo(false));
    }

    @ParameterizedTest
    @CsvSource({"/case/progress, text/html, <", "/case/events, text/event-stream, event:end"})
    void a_page_that_looks_again_by_itself_does_not_even_in_a_browser_that_does_not_say_so(
            String path, String accepted, String heard) {
        clock.advance(Duration.ofMinutes(20));
        get(path, accepted).then().statusCode(200).body(containsString(heard));
        clock.advance(Duration.ofMinutes(20));

        open(303);
    }
}
