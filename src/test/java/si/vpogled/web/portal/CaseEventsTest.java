package si.vpogled.web.portal;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import si.vpogled.testing.PageVisitor;
import si.vpogled.testing.ServiceWorld;
import si.vpogled.testing.StagedCases;
import si.vpogled.text.Language;

/** A case as it goes on, over server-sent events: what is in the database is told, whoever wrote it there. */
@QuarkusTest
@WithTestResource(ServiceWorld.class)
class CaseEventsTest {
    private static final Duration PATIENCE = Duration.ofSeconds(100);
    private static final String COLLECTING = "{\"kind\": \"collecting\", \"since\": \"2030-01-01T00:00:00Z\"}";
    private static final String REVIEW =
            "{\"kind\": \"in-review\", \"since\": \"2030-01-01T00:00:00Z\", \"supplement\": false}";
    private static final String READY = "{\"kind\": \"ready\", \"since\": \"2030-01-01T00:00:00Z\", \"bundle\": 1,"
            + " \"availableUntil\": \"2031-05-06T10:00:00Z\"}";

    @TestHTTPResource
    URI service;

    @Inject
    StagedCases cases;

    private String reference;
    private String session;

    @BeforeEach
    void a_case_whose_data_are_collected() {
        reference = cases.in(COLLECTING, "dogodki-" + UUID.randomUUID() + "@primer.si", Language.SL);
        session = cases.session(reference);
        cases.run(reference, "billing", "RUNNING");
        cases.run(reference, "whois-domain", "WAITING");
    }

    /** What one connection hears, line by line, until it ends. */
    private record Heard(
            List<String> lines, CompletableFuture<HttpResponse<Stream<String>>> answer, CompletableFuture<Void> end)
            implements AutoCloseable {
        void awaits(String part) {
            await().atMost(PATIENCE).until(() -> lines.stream().anyMatch(line -> line.contains(part)));
        }

        @Override
        public void close() {
            answer.cancel(true);
            answer.thenAccept(got -> got.body().close());
        }
    }

    private Heard listen(HttpClient client) {
        List<String> lines = new CopyOnWriteArrayList<>();
        CompletableFuture<HttpResponse<Stream<String>>> answer = client.sendAsync(
                HttpRequest.newBuilder(service.resolve("/case/events"))
                        .header("Accept", "text/event-stream")
                        .header("Accept-Language", "sl")
                        .header("Cookie", "vpogled-session=" + session)
                        .build(),
                HttpResponse.BodyHandlers.ofLines());
        return new Heard(lines, answer, answer.thenAcceptAsync(got -> got.body().forEach(lines::add)));
    }

    @AfterEach
    void its_sources_rest() {
        cases.rest(reference);
    }

    @Test
    void progress_is_told_as_it_changes_by_service_and_the_end_ends_it() {
        try (HttpClient client = HttpClient.newHttpClient()) {
            Heard heard = listen(client);
            heard.awaits("event:state");
            heard.awaits("data:collecting");
            heard.awaits("zbiramo podatke");
            assertThat(heard.answer()
                            .join()
                            .headers()
                            .firstValue("Content-Type")
                            .orElseThrow())
                    .startsWith("text/event-stream");
            assertThat(heard.answer().join().headers().firstValue("Cache-Control"))
                    .contains("no-store");

            cases.run(reference, "billing", "ANSWERED");
            heard.awaits("zbrano 1 od 2 delov");
            cases.run(reference, "whois-domain", "ANSWERED");
            heard.awaits("run answered");
            cases.move(reference, REVIEW);

            heard.awaits("data:in-review");
            heard.awaits("event:end");
            await().atMost(PATIENCE).until(heard.end()::isDone);
            assertThat(heard.lines()).noneMatch(line -> line.contains("Obračun") || line.contains("whois"));
        }
    }

    @Test
    void it_is_silent_while_nothing_changes_but_for_a_beat_and_ends_with_the_session() {
        try (HttpClient client = HttpClient.newHttpClient()) {
            Heard heard = listen(client);
            heard.awaits("event:progress");
            await().atMost(PATIENCE).until(() -> heard.lines().stream().anyMatch(line -> line.startsWith(":")));
            assertThat(heard.lines().stream().filter(line -> line.equals("event:progress")))
                    .hasSize(1);

            cases.signedOut(reference);

            heard.awaits("event:end");
            await().atMost(PATIENCE).until(heard.end()::isDone);
        }
    }

    @Test
    void a_case_has_only_so_many_connections_and_one_that_is_gone_makes_room()
            throws IOException, InterruptedException {
        List<HttpClient> clients = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            clients.add(HttpClient.newHttpClient());
            listen(clients.getLast()).awaits("event:state");
        }
        try (HttpClient one = HttpClient.newHttpClient()) {
            Heard refused = listen(one);
            assertThat(refused.answer().join().statusCode()).isEqualTo(429);

            clients.removeFirst().shutdownNow();

            await().atMost(PATIENCE).pollInterval(Duration.ofSeconds(1)).until(() -> {
                Heard again = listen(one);
                boolean sat = again.answer().join().statusCode() == 200;
                again.close();
                return sat;
            });
        } finally {
            clients.forEach(HttpClient::shutdownNow);
        }
    }

    @Test
    void who_is_not_signed_in_hears_nothing() {
        given().accept("text/event-stream")
                .redirects()
                .follow(false)
                .get("/case/events")
                .then()
                .statusCode(303);
    }

    @Test
    void the_page_tells_progress_by_service_and_how_to_go_on_without_scripts() {
        PageVisitor.subject("sl", session)
                .get("/case")
                .then()
                .body(containsString("data-live=\"/case/events\""))
                .body(containsString("data-fallback=\"/case/progress\""))
                .body(containsString("<noscript>"))
                .body(containsString("Domene"))
                .body(not(containsString("Obračun")));
    }

    @Test
    void what_an_answer_does_not_hand_out_is_told_with_its_ground() {
        cases.move(reference, READY);
        cases.answer(reference, """
                [{"verdict": "withheld", "service": "domains", "what": {"sl": "Upravitelj", "en": "Manager"},
                  "ground": {"sl": "Ime je ime druge osebe.", "en": "It names another person."},
                  "article": {"sl": "15. člen (4) Splošne uredbe", "en": "GDPR Art. 15(4)"}, "until": "2031-05-06"}]""");

        PageVisitor.subject("sl", session)
                .get("/case")
                .then()
                .body(containsString("Ime je ime druge osebe. (15. člen (4) Splošne uredbe)"))
                .body(containsString("Upravitelj (Domene)"))
                .body(containsString("Hranimo do 6. 5. 2031"))
                .body(containsString("1,2 MB"))
                .body(containsString("Informacijskem pooblaščencu"))
                .body(not(containsString("data-live")));
    }

    /** Nobody looked there, or it is not ours to answer: "we have these data" is said of neither. */
    @Test
    void what_was_not_found_is_told_in_words_of_its_own() {
        cases.move(reference, READY);
        cases.answer(reference, """
                [{"verdict": "account-open", "service": "", "what": {"sl": "Podatki z računa", "en": "Data of an account"},
                  "ground": {"sl": "Računa nismo pregledali.", "en": "It was not searched."},
                  "article": {"sl": "12. člen (6) Splošne uredbe", "en": "GDPR Art. 12(6)"}, "until": null},
                 {"verdict": "refer-to-controller", "service": "vps", "what": {"sl": "Datoteke", "en": "Files"},
                  "ground": {"sl": "Upravljavec je naročnik.", "en": "The customer is the controller."},
                  "article": {"sl": "28. člen (3)(e) Splošne uredbe", "en": "GDPR Art. 28(3)(e)"}, "until": null}]""");

        PageVisitor.subject("sl", session)
                .get("/case")
                .then()
                .body(containsString("Odgovor ne zajema vsega.</strong> Računa nismo pregledali."))
                .body(containsString("Kaj je pri drugem upravljavcu"))
                .body(containsString("Upravljavec je naročnik. (28. člen (3)(e) Splošne uredbe)"))
                .body(containsString("Datoteke (VPS"))
                .body(not(containsString("Te podatke imamo")));
    }
}
