package si.vpogled.web.portal;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
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
