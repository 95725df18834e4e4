package si.vpogled.web.api;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.not;
import static si.vpogled.testing.Api.json;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;
import si.vpogled.demo.people.DemoCustomers;
import si.vpogled.testing.Api;
import si.vpogled.testing.Mails;
import si.vpogled.testing.ServiceWorld;

@QuarkusTest
@WithTestResource(ServiceWorld.class)
class SubmissionApiTest {
    private static final String REQUESTS = "/api/v1/requests";

    @ConfigProperty(name = ServiceWorld.MAILBOX)
    String mailbox;

    @Test
    void the_example_of_the_description_is_taken_in() throws IOException {
        json(resource("submitRequest.request.json"))
                .post(REQUESTS)
                .then()
                .statusCode(202)
                .body("reference", matchesPattern("VP-[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{4}"))
                .header("Cache-Control", "no-store");
    }

    @Test
    void customers_and_strangers_get_the_same_answer() {
        Response customer =
                json(Api.body(DemoCustomers.PRIVATE_EMAIL, "domains")).post(REQUESTS);
        Response stranger = json(Api.body("nihce@nikjer.example", "domains")).post(REQUESTS);

        assertThat(shape(customer)).isEqualTo(shape(stranger));
        assertThat(customer.headers().asList().stream().map(Object::toString))
                .containsExactlyElementsOf(stranger.headers().asList().stream()
                        .map(Object::toString)
                        .toList());
    }

    @Test
    void the_message_is_in_the_language_of_the_request() {
        String english = Api.body("jane@example.com", "domains").replace("\"sl\"", "\"en\"");

        json(english).header("Accept-Language", "sl").post(REQUESTS).then().body("message", not(equalTo("")));

        assertThat(json(english).post(REQUESTS).<String>path("message")).startsWith("We sent you a message");
    }

    @Test
    void the_same_key_and_body_give_the_same_reference_and_one_mail() {
        String key = UUID.randomUUID().toString();
        String email = "kljuc-" + key + "@posta.example";
        String body = Api.body(email, "domains");

        String first = json(body).header("Idempotency-Key", key).post(REQUESTS).path("reference");
        String second = json(body).header("Idempotency-Key", key).post(REQUESTS).path("reference");
        String other =
                json(body).header("Idempotency-Key", key + "-2").post(REQUESTS).path("reference");

        assertThat(second).isEqualTo(first).isNotEqualTo(other);
        Mails mails = new Mails(mailbox);
        await().atMost(Duration.ofSeconds(100)).until(() -> mails.to(email).size() == 2);
    }

    @Test
    void the_same_key_with_another_body_is_refused() {
        String key = UUID.randomUUID().toString();
        json(Api.body("a@posta.example", "domains"))
                .header("Idempotency-Key", key)
                .post(REQUESTS);

        json(Api.body("b@posta.example", "domains"))
                .header("Idempotency-Key", key)
                .header("Accept-Language", "en")
                .post(REQUESTS)
                .then()
                .statusCode(422)
                .contentType("application/problem+json")
                .body("type", equalTo("/problems/idempotency-mismatch"))
                .body("title", equalTo("This key was used for another request"));
    }

    @Test
    void signing_in_says_the_same_and_takes_as_long_for_known_and_unknown() {
        String email = "znan-" + UUID.randomUUID() + "@posta.example";
        String reference = Api.submit(email, "domains");
        Api.confirm(new Mails(mailbox), email, reference);

        Response known = signIn(reference, email);
        Response unknown = signIn("VP-0000-0000-0000", email);
        Response nonsense = signIn("x", email);

        assertThat(known.statusCode()).isEqualTo(202);
        assertThat(unknown.asString()).isEqualTo(known.asString()).isEqualTo(nonsense.asString());
        assertThat(unknown.time()).isGreaterThanOrEqualTo(200);
        assertThat(nonsense.time()).isGreaterThanOrEqualTo(200);
    }

    @Test
    void the_inventory_is_there_for_everybody_in_both_languages() {
        given().get("/api/v1/inventory")
                .then()
                .statusCode(200)
                .body("cells.size()", equalTo(18))
                .body("cells.collect { it.items.size() }.sum()", equalTo(114))
                .body("services[2].name.sl", equalTo("Deljeno gostovanje"))
                .body("services[2].name.en", equalTo("Shared hosting"));
    }

    @Test
    void the_signing_keys_are_published() {
        given().get("/.well-known/jwks.json")
                .then()
                .statusCode(200)
                .body("keys[0].kty", equalTo("OKP"))
                .body("keys[0].crv", equalTo("Ed25519"))
                .body("keys[0].d", equalTo(null));
    }

    private static Response signIn(String reference, String email) {
        return json("{\"reference\": \"" + reference + "\", \"email\": \"" + email + "\"}")
                .post("/api/v1/sign-ins");
    }

    private static String shape(Response response) {
        return response.statusLine() + response.asString().replaceAll("VP(-[0-9A-Z]{4}){3}", "VP");
    }

    private static String resource(String name) throws IOException {
        try (var in = SubmissionApiTest.class.getResourceAsStream("/openapi/" + name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
