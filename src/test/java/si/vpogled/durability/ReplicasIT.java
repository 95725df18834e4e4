package si.vpogled.durability;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.restassured.RestAssured;
import io.restassured.response.Response;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import si.vpogled.demo.DemoStaff;
import si.vpogled.demo.DemoWorld;
import si.vpogled.demo.Journey;
import si.vpogled.demo.ServiceProcess;
import si.vpogled.demo.SharedDemoWorld;
import si.vpogled.demo.people.DemoCustomers;
import si.vpogled.demo.server.FaultyProxy;
import si.vpogled.testing.Api;
import si.vpogled.testing.Mails;
import si.vpogled.testing.PageVisitor;
import si.vpogled.testing.ProductionJar;

/**
 * Two processes of the service on one database and one store: whichever is asked, and whichever ends. In any order; in
 * this one, the fewest have to be started.
 */
@ExtendWith(SharedDemoWorld.class)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class ReplicasIT {
    private static final Duration PATIENCE = Duration.ofMinutes(3);
    /** What one person may send within an hour. */
    private static final int LIMIT = 6;

    private static final String DATABASE = "replicas";
    private static final Journey.Person PRIVATE = new Journey.Person("Maja Žagar", DemoCustomers.PRIVATE_EMAIL);
    private static final Journey.Person LARGE = new Journey.Person("Fotoarhiv Štajerska", DemoCustomers.LARGE_EMAIL);

    private static DemoWorld world;
    private static ServiceDatabase database;
    private static Path store;
    private static FaultyProxy billing;
    private static Replicas replicas;

    @TempDir
    Path folder;

    /** Both start at once on an empty database. */
    @BeforeAll
    static void start(DemoWorld shared) throws IOException {
        world = shared;
        world.postgres().createDatabase(DATABASE, "replicas", "replicas");
        database = new ServiceDatabase(world.postgres(), DATABASE);
        store = world.folder().resolve("replicas-store");
        billing = FaultyProxy.to(world.billing().port());
        String ledger = world.billing().jdbcUrl().replace(":" + world.billing().port(), ":" + billing.port());
        ServiceProcess.Settings settings = ProductionJar.settings(
                        world,
                        "replicas",
                        Map.of(
                                "QUARKUS_DATASOURCE_JDBC_URL",
                                world.postgres().jdbcUrl(DATABASE),
                                "QUARKUS_DATASOURCE_USERNAME",
                                "replicas",
                                "QUARKUS_DATASOURCE_PASSWORD",
                                "replicas",
                                "VPOGLED_STORE_DIRECTORY",
                                store.toString(),
                                "VPOGLED_BASE_URL",
                                "http://127.0.0.1",
                                "VPOGLED_COLLECTION_RUNS",
                                Integer.toString(Day.RUNS),
                                "VPOGLED_LIMITS_SUBMISSION_PERSON",
                                LIMIT + "/1h",
                                "BILLING_JDBC_URL",
                                ledger,
                                "QUARKUS_SHUTDOWN_DELAY",
                                // long enough to see that it answers on, however busy the machine is
                                "PT10S"))
                // four of which a process may miss: a machine that has much to do is not taken for dead
                .with("VPOGLED_SCHEDULE_HEARTBEAT", "PT1.5S");
        replicas = Replicas.start(settings);
    }

    @AfterAll
    static void stop() throws IOException {
        replicas.close();
        billing.close();
    }

    @BeforeEach
    void what_was_ended_is_replaced() {
        replicas.begin();
    }

    @AfterEach
    void the_backend_answers() {
        billing.conduct(new FaultyProxy.Conduct.Pass());
    }

    @Test
    @Order(1)
    void started_at_once_on_an_empty_database_they_bring_it_up_to_date_once() throws IOException {
        try (Stream<Path> migrations = Files.list(Path.of("src/main/resources/db/migration"))) {
            assertThat(database.column("select version from flyway_schema_history where success", ""))
                    .doesNotHaveDuplicates()
                    .hasSizeGreaterThanOrEqualTo((int) migrations.count());
        }
    }

    /** It begins while the one that was told to end is being replaced. */
    @Test
    @Order(5)
    void on_a_day_on_which_processes_are_killed_and_replaced_every_case_ends_once() throws Exception {
        try (Day day = new Day(world, database, replicas, billing)) {
            day.pass();
            day.check(new EndedOnce(store, database), folder);
        }
    }

    @Test
    @Order(2)
    void people_who_get_each_page_from_another_one_notice_nothing() {
        replicas.complete();
        PageVisitor customer = new PageVisitor("sl").at(replicas.alternating());
        PageVisitor clerk = new PageVisitor("sl").at(replicas.alternating()).signedIn(DemoStaff.CLERK);

        String reference = customer.ask(DemoCustomers.PRIVATE_EMAIL, "domains");
        Mails mails = new Mails(world.mail().pageUrl());
        customer.confirm(mails.token(DemoCustomers.PRIVATE_EMAIL, reference, "/confirm/"));
        customer.get("/case").then().statusCode(200);
        String desk = "/console/cases/" + reference;
        clerk.get(desk).then().statusCode(200);
        clerk.post(desk + "/note", Map.of("note-text", "Poklical.")).then().statusCode(303);
        clerk.post(desk + "/accept", Map.of()).then().statusCode(303);
        awaitState(reference, "in-review");
        String version = PageVisitor.hidden(clerk.get(desk), "version");
        clerk.post(desk + "/release", Map.of("version", version)).then().statusCode(303);
        awaitState(reference, "ready");
        byte[] bundle = customer.get("/case/bundles/1").asByteArray();
        assertThat(customer.get("/case/bundles/1").asByteArray()).isNotEmpty().isEqualTo(bundle);

        clerk.post("/console/sign-out", Map.of()).then().statusCode(303);
        clerk.get("/console").then().statusCode(302);
        clerk.get("/console").then().statusCode(302);
    }

    @Test
    @Order(3)
    void what_one_was_asked_is_known_to_the_other() {
        replicas.complete();
        List<MortalProcess> both = List.of(replicas.first(), replicas.second());
        assertThat(both.stream()
                        .map(one -> sent(one, "isti-kljuc").path("reference").toString())
                        .distinct())
                .as("one request of one key")
                .hasSize(1);

        for (int sent = 2; sent < LIMIT; sent++) {
            assertThat(sent(both.get(sent % 2), "kljuc-" + sent).statusCode()).isEqualTo(202);
        }
        assertThat(both.stream().map(one -> sent(one, "kljuc").statusCode()))
                .as("what one person sends, counted together")
                .containsOnly(429);

        assertThat(RestAssured.get(replicas.first().url() + "/.well-known/jwks.json")
                        .asString())
                .isEqualTo(RestAssured.get(replicas.second().url() + "/.well-known/jwks.json")
                        .asString());
    }

    private static Response sent(MortalProcess to, String key) {
        return Api.json(Api.body("nihce@replike.example", "domains"))
                .header("Idempotency-Key", key)
                .post(to.url() + "/api/v1/requests");
    }

    /**
     * It says first that it is not ready, and answers on; who listens is let go; what is downloaded comes to its end;
     * the run that it has under way goes on elsewhere before it is gone.
     */
    @Test
    @Order(4)
    void one_that_is_told_to_end_finishes_what_it_can_and_hands_the_rest_back() throws Exception {
        replicas.complete();
        Journey large = Journey.submit(replicas.alternating(), world.mail(), LARGE, List.of("shared-hosting"));
        large.finish(PATIENCE);
        billing.conduct(new FaultyProxy.Conduct.Silence());
        Journey journey = Journey.submit(replicas.alternating(), world.mail(), PRIVATE, List.of("domains"))
                .confirm()
                .accept();
        MortalProcess leaving = replicas.of(awaitHolder(journey.reference()));
        MortalProcess staying = replicas.other(leaving);
        try (large;
                journey;
                Download download = Download.begin(leaving.url(), large);
                HttpClient listener = HttpClient.newHttpClient()) {
            CompletableFuture<List<String>> heard = listen(listener, leaving, journey);
            download.read(1_000_000);

            leaving.terminate();

            await("not ready, but answering")
                    .dontCatchUncaughtExceptions()
                    .atMost(PATIENCE)
                    .pollInterval(Duration.ofMillis(20))
                    .until(() -> !leaving.ready());
            Response page = RestAssured.get(leaving.url() + "/");
            assertThat(page.statusCode()).isEqualTo(200);
            assertThat(page.header("Connection")).isEqualTo("close");
            assertThat(heard.get()).as("cleanly ended").contains("data:collecting");

            database.awaitRun(journey.reference(), "billing", "attempt = 2 and state = 'RUNNING'");
            assertThat(leaving.alive()).as("taken over before it was gone").isTrue();
            assertThat(database.column(
                            "select tries::text from run where request_id = :case and connector = 'billing'",
                            journey.reference()))
                    .as("no try is lost")
                    .containsExactly("1");
            assertThat(listen(listener, staying, journey).isDone())
                    .as("goes on elsewhere")
                    .isFalse();
            assertThat(download.rest()).isEqualTo(download.tag());
            assertThat(Download.range(staying.url(), large, download.tag(), 1_000_000))
                    .isEqualTo(download.size() - 1_000_000);

            billing.conduct(new FaultyProxy.Conduct.Pass());
            journey.finish(PATIENCE);
            new EndedOnce(store, database).work(journey, folder);
            assertThat(leaving.awaitEnd()).isEqualTo(128 + 15);
        }
    }

    private static CompletableFuture<List<String>> listen(HttpClient client, MortalProcess at, Journey journey) {
        HttpRequest asked = HttpRequest.newBuilder(URI.create(at.url() + "/case/events"))
                .header("Accept", "text/event-stream")
                .header("Cookie", "vpogled-session=" + journey.session())
                .build();
        return client.sendAsync(asked, HttpResponse.BodyHandlers.ofLines())
                .thenApplyAsync(answer -> answer.body().toList());
    }

    /** The process that carries out the run of billing. */
    private static long awaitHolder(String reference) {
        String picked = "select split_part(picked_by, '/', 2) from scheduled_tasks, run where task_name = 'run'"
                + " and picked and starts_with(task_instance, run.id::text) and state = 'RUNNING' and request_id = :case";
        database.await("a run is under way", picked, reference);
        return Long.parseLong(database.column(picked, reference).getFirst());
    }

    private static void awaitState(String reference, String state) {
        database.await(
                reference + " is " + state,
                "select reference from request where id = :case and state_kind = '" + state + "'",
                reference);
    }
}
