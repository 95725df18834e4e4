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
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;
import si.vpogled.demo.people.DemoCustomers;
import si.vpogled.testing.Api;
import si.vpogled.testing.Mails;
import si.vpogled.testing.ServiceWorld;
import si.vpogled.testing.StagedCases;

@QuarkusTest
@WithTestResource(ServiceWorld.class)
class SubmissionApiTest {
    private static final String REQUESTS = "/api/v1/requests";
    private static final int ROUNDS = 20;

    @Inject
    StagedCases cases;

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
        assertThat(headers(stranger))
                .isEqualTo(headers(customer))
                .anyMatch(header -> header.startsWith("content-length="));
    }

    /** With the size of the answer among them. */
    private static List<String> headers(Response response) {
        return response.headers().asList().stream().map(Object::toString).toList();
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
    void one_key_from_many_at_once_is_one_request_and_one_mail() throws Exception {
        String key = UUID.randomUUID().toString();
        String email = "hkrati-" + key + "@posta.example";
        CountDownLatch together = new CountDownLatch(1);
        List<Future<Response>> sent = new ArrayList<>();
        try (ExecutorService senders = Executors.newFixedThreadPool(8)) {
            for (int i = 0; i < 8; i++) {
                sent.add(senders.submit(() -> {
                    together.await();
                    return json(Api.body(email, "domains"))
                            .header("Idempotency-Key", key)
                            .post(REQUESTS);
                }));
            }
            together.countDown();
        }

        Set<String> references = new HashSet<>();
        for (Future<Response> one : sent) {
            one.get().then().statusCode(202);
            references.add(one.get().path("reference"));
        }
        assertThat(references).hasSize(1);
        assertThat(cases.number("select count(*) from request where email = ?1", email))
                .isEqualTo(1);
        assertThat(cases.number(
                        "select count(*) from letter l join request r on r.id = l.request_id where r.email = ?1",
                        email))
                .isEqualTo(1);
        await().atMost(Duration.ofSeconds(60))
                .until(() -> new Mails(mailbox).to(email).size() == 1);
    }

    @Test
    void sending_takes_as_long_for_a_customer_as_for_a_stranger() {
        List<Long> customer = new ArrayList<>();
        List<Long> stranger = new ArrayList<>();
        for (int i = 0; i < ROUNDS; i++) {
            customer.add(nanos(() -> Api.submit(DemoCustomers.PRIVATE_EMAIL, "domains")));
            String nobody = "nihce-" + i + "@nikjer.example";
            stranger.add(nanos(() -> Api.submit(nobody, "domains")));
        }

        assertAlike(customer, stranger);
    }

    @Test
    void asking_to_sign_in_takes_as_long_with_a_request_as_without() {
        String email = "cas-" + UUID.randomUUID() + "@posta.example";
        String reference = Api.submit(email, "domains");
        Api.confirm(new Mails(mailbox), email, reference);
        List<Long> known = new ArrayList<>();
        List<Long> unknown = new ArrayList<>();
        for (int i = 0; i < ROUNDS; i++) {
            known.add(nanos(() -> signIn(reference, email)));
            unknown.add(nanos(() -> signIn("VP-0000-0000-0000", email)));
        }

        assertAlike(known, unknown);
    }

    private static long nanos(Runnable asking) {
        long start = System.nanoTime();
        asking.run();
        return System.nanoTime() - start;
    }

    /** By their medians, asked in turns: what else the machine does meets both. */
    private static void assertAlike(List<Long> one, List<Long> other) {
        double first = median(one);
        double second = median(other);
        boolean near = Math.abs(first - second) < Duration.ofMillis(30).toNanos();
        boolean nearly = Math.max(first, second) < 1.5 * Math.min(first, second);
        assertThat(near || nearly)
                .as("medians of %,.1f ms and %,.1f ms", first / 1e6, second / 1e6)
                .isTrue();
    }

    private static double median(List<Long> nanos) {
        return nanos.stream().sorted().skip(nanos.size() / 2).findFirst().orElseThrow();
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
        assertThat(shape(unknown)).isEqualTo(shape(known)).isEqualTo(shape(nonsense));
        assertThat(headers(unknown)).isEqualTo(headers(known)).isEqualTo(headers(nonsense));
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
        return response.statusLine()
                + response.asString().replaceAll("VP(-[0-9A-Z]{4}){3}", "VP").replaceAll("[A-Za-z0-9_-]{43}", "T");
    }

    private static String resource(String name) throws IOException {
        try (var in = SubmissionApiTest.class.getResourceAsStream("/openapi/" + name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
