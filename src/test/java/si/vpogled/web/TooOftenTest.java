package si.vpogled.web;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import si.vpogled.demo.DemoStaff;
import si.vpogled.storage.MasterKey;
import si.vpogled.testing.Api;
import si.vpogled.testing.PageVisitor;
import si.vpogled.testing.ServiceWorld;
import si.vpogled.testing.StagedCases;
import si.vpogled.text.Language;

/** What is done too often is answered with 429, in words for people, the same for customers and strangers. */
@QuarkusTest
@WithTestResource(ServiceWorld.class)
class TooOftenTest {
    private static final String DECIDING = "{\"kind\": \"awaiting-decision\", \"since\": \"2030-01-01T00:00:00Z\"}";

    @Inject
    EntityManager database;

    @Inject
    StagedCases cases;

    @Inject
    MasterKey masterKey;

    @AfterEach
    void forget() {
        run("delete from rate");
    }

    @ParameterizedTest
    @CsvSource({
        "sl, Preveč poskusov, sekund",
        "en, Too many attempts, second",
    })
    void a_form_sent_too_often_gets_a_page_that_says_how_long_to_wait(String language, String title, String wait) {
        PageVisitor visitor = new PageVisitor(language);
        visitor.get("/sign-in");
        Map<String, String> answers = Map.of("reference", "VP-0000-0000-0000", "email", "prepogosto@primer.si");
        visitor.post("/sign-in", answers).then().statusCode(303);
        visitor.get("/sign-in");
        spent();

        Response refused = visitor.post("/sign-in", answers);

        refused.then()
                .statusCode(429)
                .contentType("text/html")
                .body(containsString("<h1>" + title + "</h1>"))
                .body(containsString(wait));
        assertThat(Integer.parseInt(refused.getHeader("Retry-After"))).isBetween(1, 45);
    }

    @Test
    void a_request_sent_too_often_is_refused_and_nothing_stored() {
        String email = "prepogosto-" + UUID.randomUUID() + "@primer.si";
        PageVisitor visitor = new PageVisitor("sl");
        visitor.ask(email, "domains");
        Response check = visitor.fill(email, "domains");
        spent();

        visitor.send(check).then().statusCode(429);
        Api.json(Api.body(email, "domains"))
                .post("/api/v1/requests")
                .then()
                .statusCode(429)
                .contentType("application/problem+json")
                .body("type", equalTo("/problems/too-many-requests"))
                .body("detail", containsString("Počakajte"));

        assertThat(cases.number("select count(*) from request where email = ?1", email))
                .isEqualTo(1);
    }

    @Test
    void codes_links_and_confirmations_are_limited_too() {
        PageVisitor visitor = new PageVisitor("sl");
        String place = visitor.askForSignIn("VP-0000-0000-0000", "prepogosto@primer.si");
        visitor.get(place);
        visitor.post(place, Map.of("code", "00000000")).then().statusCode(422);
        visitor.post("/confirm/x", Map.of()).then().statusCode(410);
        visitor.get("/sign-in");
        spent();

        visitor.post(place, Map.of("code", "00000000")).then().statusCode(429);
        visitor.post("/sign-in/x", Map.of()).then().statusCode(429);
        visitor.post("/confirm/x", Map.of()).then().statusCode(429);
        Api.openSession("x".repeat(43), "00000000").then().statusCode(429);
        Api.json("{\"token\": \"x\"}").post("/api/v1/confirmations").then().statusCode(429);
    }

    @Test
    void wrong_passwords_of_staff_are_limited_on_the_page_and_at_the_api_and_right_ones_are_not() {
        PageVisitor somebody = new PageVisitor("sl");
        somebody.signIn(DemoStaff.CLERK.name(), DemoStaff.CLERK.password())
                .then()
                .statusCode(303);
        somebody.signIn("gost", "ugibam").then().statusCode(303);
        somebody.get("/console/sign-in");
        spent();

        somebody.signIn("gost", "ugibam").then().statusCode(429).body(containsString("Počakajte"));
        given().auth()
                .preemptive()
                .basic("gost", "ugibam")
                .get("/api/v1/staff/requests")
                .then()
                .statusCode(429)
                .contentType("application/problem+json");
        Api.as(DemoStaff.CLERK).get("/api/v1/staff/requests").then().statusCode(200);
    }

    @ParameterizedTest
    @CsvSource({"sl, Preveč poskusov., Počakajte", "en, Too many attempts., Wait"})
    void a_message_sent_too_often_comes_back_with_how_long_to_wait_and_is_not_stored(
            String language, String title, String wait) {
        String reference = cases.in(DECIDING, "prepogosto-" + UUID.randomUUID() + "@primer.si", Language.SL);
        String other = cases.in(DECIDING, "prepogosto-" + UUID.randomUUID() + "@primer.si", Language.SL);
        write(reference, language).then().statusCode(303);
        spent(masterKey.token("limit", "MESSAGE\nperson\n" + cases.id(reference)));

        Response refused = write(reference, language);
        refused.then()
                .statusCode(429)
                .contentType("text/html")
                .body(containsString("<li>" + title + " "))
                .body(containsString(wait))
                .body(containsString("Sprašujem.</textarea>"));
        assertThat(Integer.parseInt(refused.getHeader("Retry-After"))).isBetween(1, 90);
        write(other, language).then().statusCode(303);

        assertThat(cases.number("select count(*) from message where request_id = ?1", cases.id(reference)))
                .isEqualTo(1);
    }

    private Response write(String reference, String language) {
        PageVisitor subject = PageVisitor.subject(language, cases.session(reference));
        subject.get("/case").then().statusCode(200);
        return subject.send(
                "/case/messages",
                Map.of("text", "Sprašujem.", "key", UUID.randomUUID().toString()));
    }

    @Test
    void nobody_is_believed_to_come_from_elsewhere_without_being_trusted() {
        PageVisitor visitor = new PageVisitor("sl");
        visitor.get("/sign-in");
        visitor.post("/sign-in", Map.of("reference", "x", "email", "od-drugod@primer.si"));
        spent();

        for (String header : new String[] {"X-Forwarded-For", "Forwarded", "X-Real-IP"}) {
            Api.json("{\"reference\": \"x\", \"email\": \"" + UUID.randomUUID() + "@primer.si\"}")
                    .header(header, header.equals("Forwarded") ? "for=198.51.100.7" : "198.51.100.7")
                    .post("/api/v1/sign-ins")
                    .then()
                    .statusCode(429);
        }
    }

    /** Of messages, a period is a minute in the demo's world. */
    private void spent(String key) {
        run("update rate set paid_until = now() + interval '90 seconds' where key = '" + key + "'");
    }

    /** As if everything were used up just now: in tests, a period is half a minute. */
    private void spent() {
        run("update rate set paid_until = now() + interval '45 seconds'");
    }

    private void run(String statement) {
        QuarkusTransaction.requiringNew()
                .run(() -> database.createNativeQuery(statement).executeUpdate());
    }
}
