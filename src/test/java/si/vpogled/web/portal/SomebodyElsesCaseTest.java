package si.vpogled.web.portal;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static si.vpogled.testing.Api.signedIn;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import si.vpogled.letter.LetterKind;
import si.vpogled.letter.Letters;
import si.vpogled.testing.PageVisitor;
import si.vpogled.testing.PageVisitor.Upload;
import si.vpogled.testing.ServiceWorld;
import si.vpogled.testing.StagedCases;
import si.vpogled.text.Language;

/** To another customer who is signed in, somebody's case and all that hangs on it answer as what is not there. */
@QuarkusTest
@WithTestResource(ServiceWorld.class)
class SomebodyElsesCaseTest {
    private static final String COLLECTING = "{\"kind\": \"collecting\", \"since\": \"2030-01-01T00:00:00Z\"}";
    private static final String CLOSED =
            "{\"kind\": \"closed\", \"at\": \"2030-01-01T00:00:00Z\", \"ending\": {\"kind\": \"withdrawn\"}}";
    private static final String NONE = "VP-0000-0000-0000";

    @Inject
    StagedCases cases;

    @Inject
    Letters letters;

    private String reference;
    private PageVisitor owner;
    private String session;
    private PageVisitor other;

    @BeforeEach
    void two_customers() {
        reference = staged(COLLECTING);
        cases.run(reference, "billing", "RUNNING");
        cases.answer(reference, "[]");
        owner = PageVisitor.subject("sl", cases.session(reference));
        session = cases.session(staged(CLOSED));
        other = PageVisitor.subject("sl", session);
    }

    private String staged(String state) {
        return cases.in(state, "tuj-" + UUID.randomUUID() + "@primer.si", Language.SL);
    }

    /** The address of something on the owner's page. */
    private String link(String path) {
        Pattern link = Pattern.compile("href=\"(/case/" + path + "/[^\"]+)\"");
        return await().atMost(Duration.ofSeconds(100))
                .until(
                        () -> {
                            Matcher found = link.matcher(owner.get("/case").asString());
                            return found.find() ? found.group(1) : "";
                        },
                        address -> !address.isEmpty());
    }

    private void answersAsNone(String address) {
        owner.get(address).then().statusCode(200);
        String nothing = address.substring(0, address.lastIndexOf('/') + 1) + UUID.randomUUID();
        for (String[] told : new String[][] {{"sl", "Tega tu ni"}, {"en", "There is nothing here"}}) {
            Response others = other.get(address + "?lang=" + told[0]);
            Response none = other.get(nothing + "?lang=" + told[0]);

            others.then().statusCode(404).body(containsString("<h1>" + told[1] + "</h1>"));
            // but for the address itself, which leads to the other language
            assertThat(others.asString().replace(address, ""))
                    .isEqualTo(none.asString().replace(nothing, ""));
        }
    }

    @AfterEach
    void its_sources_rest() {
        cases.rest(reference);
    }

    @Test
    void a_letter() {
        QuarkusTransaction.requiringNew().run(() -> letters.order(cases.id(reference), LetterKind.RECEIVED, ""));

        answersAsNone(link("letters"));
    }

    @Test
    void an_attachment() {
        owner.get("/case");
        owner.send(
                        "/case/messages",
                        Map.of("text", "Priloga", "key", "1"),
                        new Upload("d.txt", "text/plain", "številka 17".getBytes(StandardCharsets.UTF_8)))
                .then()
                .statusCode(303);

        answersAsNone(link("attachments"));
    }

    @Test
    void an_answer_to_download() {
        owner.get("/case").then().body(containsString("/case/bundles/1\""));

        Response others = other.get("/case/bundles/1");
        Response none = other.get("/case/bundles/2");

        assertThat(others.statusCode()).isEqualTo(none.statusCode()).isGreaterThanOrEqualTo(400);
        assertThat(others.asString().replace("bundles/1", ""))
                .isEqualTo(none.asString().replace("bundles/2", ""));
        other.get("/case").then().body(not(containsString("/case/bundles/1\"")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "/bundles/1"})
    void by_its_reference(String path) {
        Response others = signedIn(session).get("/api/v1/requests/" + reference + path);
        Response none = signedIn(session).get("/api/v1/requests/" + NONE + path);

        others.then().statusCode(404);
        assertThat(others.asString().replace(reference, ""))
                .isEqualTo(none.asString().replace(NONE, ""));
    }

    @Test
    void its_events_and_its_progress() {
        for (Response heard : List.of(
                given().cookie("vpogled-session", session)
                        .header("Accept", "text/event-stream")
                        .get("/case/events?reference=" + reference),
                other.get("/case/progress?reference=" + reference),
                other.get("/case?reference=" + reference))) {
            heard.then()
                    .statusCode(200)
                    .body(containsString("umaknjen"))
                    .body(not(containsString(reference)))
                    .body(not(containsString("zbiramo podatke")));
        }
        owner.get("/case/progress").then().body(containsString("zbiramo podatke"));
    }
}
