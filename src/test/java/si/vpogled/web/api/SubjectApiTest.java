package si.vpogled.web.api;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.startsWith;
import static si.vpogled.testing.Api.json;
import static si.vpogled.testing.Api.signedIn;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import si.vpogled.testing.Api;
import si.vpogled.testing.Mails;
import si.vpogled.testing.ServiceWorld;
import si.vpogled.testing.SettableClock;

@QuarkusTest
@WithTestResource(ServiceWorld.class)
class SubjectApiTest {
    @ConfigProperty(name = ServiceWorld.MAILBOX)
    String mailbox;

    @Inject
    SettableClock clock;

    private String email;
    private String reference;
    private String session;

    @BeforeEach
    void confirmedRequest() {
        email = "oseba-" + UUID.randomUUID() + "@posta.example";
        reference = Api.submit(email, "domains");
        session = Api.confirm(new Mails(mailbox), email, reference);
    }

    @AfterEach
    void today() {
        clock.reset();
    }

    @Test
    void the_subject_sees_where_the_request_stands_in_the_language_they_read() {
        signedIn(session)
                .get("/api/v1/requests/" + reference)
                .then()
                .statusCode(200)
                .header("Cache-Control", "no-store")
                .body("reference", equalTo(reference))
                .body("state", equalTo("awaiting-decision"))
                .body("stateLabel", equalTo("čaka na odločitev"))
                .body("dueOn", notNullValue())
                .body("dueExplanation", startsWith("Zahtevo smo prejeli"))
                .body("services", hasSize(1));
        signedIn(session)
                .header("Accept-Language", "en")
                .get("/api/v1/requests/" + reference)
                .then()
                .body("stateLabel", equalTo("awaiting decision"))
                .body("dueExplanation", startsWith("We received the request on"));
    }

    @Test
    void somebody_elses_request_looks_as_if_there_were_none() {
        String other = Api.submit("drugi-" + UUID.randomUUID() + "@posta.example", "domains");

        String theirs = signedIn(session).get("/api/v1/requests/" + other).asString();
        String none =
                signedIn(session).get("/api/v1/requests/VP-0000-0000-0000").asString();

        assertThat(theirs.replace(other, "")).isEqualTo(none.replace("VP-0000-0000-0000", ""));
        signedIn(session)
                .get("/api/v1/requests/" + other + "/bundles/1")
                .then()
                .statusCode(404)
                .body("type", equalTo("/problems/case-not-found"));
        signedIn(session)
                .post("/api/v1/requests/" + other + "/withdrawal")
                .then()
                .statusCode(404);
    }

    @Test
    void without_a_session_or_with_a_forged_one_nothing_is_told() {
        given().get("/api/v1/requests/" + reference)
                .then()
                .statusCode(401)
                .header("WWW-Authenticate", startsWith("Bearer"))
                .body("type", equalTo("/problems/sign-in-required"));
        signedIn("x").get("/api/v1/requests/" + reference).then().statusCode(401);
        signedIn("x".repeat(5000)).get("/api/v1/requests/" + reference).then().statusCode(401);
        given().cookie("vpogled-session", session)
                .get("/api/v1/requests/" + reference)
                .then()
                .statusCode(401);
    }

    @Test
    void a_session_ends_by_signing_out_and_by_itself() {
        signedIn(session).delete("/api/v1/sessions/current").then().statusCode(204);
        signedIn(session).get("/api/v1/requests/" + reference).then().statusCode(401);

        String again = signInByMail();
        signedIn(again).get("/api/v1/requests/" + reference).then().statusCode(200);
        clock.advance(Duration.ofMinutes(31));
        signedIn(again).get("/api/v1/requests/" + reference).then().statusCode(401);
    }

    @Test
    void a_session_that_is_used_lasts_until_its_end_and_no_longer() {
        for (int i = 0; i < 19; i++) {
            clock.advance(Duration.ofMinutes(25));
            signedIn(session).get("/api/v1/requests/" + reference).then().statusCode(200);
        }
        clock.advance(Duration.ofMinutes(6));

        signedIn(session).get("/api/v1/requests/" + reference).then().statusCode(401);
    }

    @Test
    void confirming_without_the_ticket_opens_no_session() {
        String other = "brez-listka-" + UUID.randomUUID() + "@posta.example";
        String sent = Api.submit(other, "domains");
        String token = new Mails(mailbox).token(other, sent, "/confirm/");

        json("{\"token\": \"" + token + "\", \"ticket\": \"" + "x".repeat(43) + "\"}")
                .post("/api/v1/confirmations")
                .then()
                .statusCode(200)
                .body("reference", equalTo(sent))
                .body("session", equalTo(null));
    }

    @Test
    void a_code_without_its_ticket_opens_nothing_and_counts_nothing() {
        String ticket = Api.askForSignIn(reference, email);
        String code = new Mails(mailbox).code(email, reference);
        String foreign = Api.askForSignIn("VP-0000-0000-0000", email);

        Api.openSession("x".repeat(43), code).then().statusCode(410).body("type", equalTo("/problems/link-unusable"));
        Api.openSession(foreign, code)
                .then()
                .statusCode(422)
                .body("type", equalTo("/problems/wrong-code"))
                .body("detail", containsString("Preostali poskusi: 4"));
        Api.openSession(ticket, code).then().statusCode(200).body("reference", equalTo(reference));
        Api.openSession(ticket, code).then().statusCode(410);
    }

    @Test
    void a_mailed_link_is_good_once() {
        String token = new Mails(mailbox).token(email, reference, "/confirm/");

        json("{\"token\": \"" + token + "\"}")
                .post("/api/v1/confirmations")
                .then()
                .statusCode(410)
                .body("type", equalTo("/problems/link-unusable"));
    }

    @Test
    void the_subject_withdraws_once() {
        signedIn(session)
                .post("/api/v1/requests/" + reference + "/withdrawal")
                .then()
                .statusCode(204);

        signedIn(session)
                .get("/api/v1/requests/" + reference)
                .then()
                .body("state", equalTo("closed"))
                .body("explanation", equalTo("Zahteva je bila umaknjena."));
        signedIn(session)
                .post("/api/v1/requests/" + reference + "/withdrawal")
                .then()
                .statusCode(409)
                .body("type", equalTo("/problems/wrong-state"))
                .body("detail", startsWith("Zahteva je zdaj v stanju »zaključeno«"));
    }

    @Test
    void what_is_not_there_to_download_is_gone() {
        signedIn(session)
                .get("/api/v1/requests/" + reference + "/bundles/1")
                .then()
                .statusCode(410)
                .body("type", equalTo("/problems/download-over"));
        signedIn(session)
                .get("/api/v1/requests/" + reference + "/bundles/one")
                .then()
                .statusCode(404);
    }

    private String signInByMail() {
        String ticket = Api.askForSignIn(reference.toLowerCase(java.util.Locale.ROOT), email);
        return Api.openSession(ticket, new Mails(mailbox).code(email, reference))
                .path("session");
    }
}
