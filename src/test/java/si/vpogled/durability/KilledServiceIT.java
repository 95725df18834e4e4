package si.vpogled.durability;

import static org.assertj.core.api.Assertions.assertThat;

import io.restassured.RestAssured;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import si.vpogled.demo.DemoStaff;
import si.vpogled.demo.DemoWorld;
import si.vpogled.demo.Journey;
import si.vpogled.demo.SharedDemoWorld;
import si.vpogled.demo.people.DemoCustomers;
import si.vpogled.demo.server.FaultyProxy;
import si.vpogled.demo.server.ReceivedMail;
import si.vpogled.testing.Api;
import si.vpogled.testing.PageVisitor;
import si.vpogled.testing.ProductionJar;

/** The service's process is killed (SIGKILL) at a moment of a case and started again: the case ends, and ends once. */
@ExtendWith(SharedDemoWorld.class)
class KilledServiceIT {
    private static final Duration PATIENCE = Duration.ofMinutes(3);
    private static final Journey.Person PRIVATE = new Journey.Person("Maja Žagar", DemoCustomers.PRIVATE_EMAIL);
    private static final Journey.Person NEWSLETTER =
            new Journey.Person("Planinska trgovina", DemoCustomers.NEWSLETTER_EMAIL);
    private static final String THIRD_PARTY = "Vpis je o nekom drugem.";
    private static final PageVisitor.Upload PROOF =
            new PageVisitor.Upload("dokazilo.txt", "text/plain", "Dokazilo".getBytes(StandardCharsets.UTF_8));
    private static final String ATTACHED =
            "select name from attachment join message on message.id = message_id where request_id = :case";

    private static DemoWorld world;
    private static FaultyProxy billing;
    private static FaultyProxy dostavljalec;
    private static MortalProcess service;
    private static ServiceDatabase database;

    @TempDir
    Path folder;

    @BeforeAll
    static void start(DemoWorld shared) throws IOException {
        world = shared;
        database = new ServiceDatabase(world.postgres());
        billing = FaultyProxy.to(world.billing().port());
        dostavljalec = FaultyProxy.to(world.dostavljalec().port());
        String ledger = world.billing().jdbcUrl().replace(":" + world.billing().port(), ":" + billing.port());
        service = MortalProcess.start(ProductionJar.settings(
                world,
                "killed-service",
                Map.of("BILLING_JDBC_URL", ledger, "DOSTAVLJALEC_URL", "http://127.0.0.1:" + dostavljalec.port())));
    }

    @AfterAll
    static void stop() throws IOException {
        RestAssured.reset();
        service.close();
        billing.close();
        dostavljalec.close();
    }

    @Test
    void killed_right_after_the_request_was_sent() {
        Journey journey = submitted();
        service.kill();
        endsOnce(journey);
    }

    @Test
    void killed_when_the_mail_server_has_the_confirmation_letter_and_nobody_noted_it_down() {
        Journey journey;
        try (Gate gate = Gate.before(world.postgres(), "letter", "update", "new.kind = 'CONFIRM'")) {
            journey = submitted();
            gate.awaitHeld();
            service.kill();
        }
        endsOnce(journey);

        List<ReceivedMail> confirmations = journey.letters().stream()
                .filter(letter -> letter.text().contains("/confirm/"))
                .toList();
        assertThat(confirmations).hasSize(2);
        assertThat(confirmations.stream().map(ReceivedMail::id))
                .containsOnly(confirmations.getFirst().id());
        assertThat(journey.tokens("/confirm/")).hasSize(1);
    }

    @Test
    void killed_right_after_the_confirmation() {
        Journey journey = submitted().confirm();
        service.kill();
        endsOnce(journey);
    }

    @Test
    void killed_right_after_the_acceptance() {
        Journey journey = submitted().confirm().accept();
        service.kill();
        endsOnce(journey);
    }

    @Test
    void killed_while_the_first_wave_runs() {
        billing.conduct(new FaultyProxy.Conduct.Silence());
        Journey journey = submitted().confirm().accept();
        database.awaitRun(journey.reference(), "billing", "state = 'RUNNING'");
        service.kill();
        billing.conduct(new FaultyProxy.Conduct.Pass());
        endsOnce(journey);
        assertThat(attempts(journey, "billing")).isEqualTo("2");
    }

    @Test
    void killed_in_the_middle_of_the_second_wave() {
        dostavljalec.conduct(new FaultyProxy.Conduct.Delay(Duration.ofMillis(5)));
        Journey journey = Journey.submit(service.url(), world.mail(), NEWSLETTER, List.of("dostavljalec"))
                .confirm()
                .checkIdentity()
                .accept();
        database.awaitRun(journey.reference(), "dostavljalec", "state = 'RUNNING' and records > 0");
        service.kill();
        dostavljalec.conduct(new FaultyProxy.Conduct.Pass());
        endsOnce(journey);
        assertThat(attempts(journey, "billing")).isEqualTo("1");
        assertThat(attempts(journey, "dostavljalec")).isEqualTo("2");
    }

    @Test
    void killed_when_the_last_run_ends() {
        Journey journey = submitted().confirm();
        try (Gate gate = Gate.before(world.postgres(), "history", "insert", "new.action = 'collected'")) {
            journey.accept();
            gate.awaitHeld();
            service.kill();
        }
        endsOnce(journey);
        assertThat(attempts(journey, "whois-domain")).isEqualTo("2");
    }

    @Test
    void killed_in_review_when_the_file_of_a_message_is_stored_and_the_message_is_not() {
        Journey journey = submitted().confirm().accept().await("in-review", PATIENCE);
        RestAssured.baseURI = service.url();
        PageVisitor customer = PageVisitor.subject("sl", journey.session());
        String key = PageVisitor.hidden(customer.get("/case"), "key");
        Map<String, String> message = Map.of("text", "Dokazilo je v prilogi.", "key", key);
        try (Gate gate = Gate.before(world.postgres(), "message", "insert", "true")) {
            // nobody answers this one any more
            Thread.ofVirtual().start(() -> customer.send("/case/messages", message, PROOF));
            gate.awaitHeld();
            service.kill();
        }
        assertThat(database.column(ATTACHED, journey.reference())).isEmpty();

        endsOnce(
                journey,
                () -> customer.send("/case/messages", message, PROOF).then().statusCode(303));

        assertThat(database.column(ATTACHED, journey.reference())).containsExactly("dokazilo.txt");
        assertThat(new EndedOnce(world, database).stored(journey.reference(), "attachments"))
                .as("the one of the message, and the other, of nobody, which ends with the case")
                .hasSize(2);
    }

    @Test
    void killed_when_a_withheld_part_was_found_again_and_nobody_noted_it_down() {
        Journey journey = submitted().confirm().accept().await("in-review", PATIENCE);
        RestAssured.baseURI = service.url();
        Api.as(DemoStaff.CLERK, """
                {"entry": "domains/legal-framework/invoices.json", "record": 1, "ground": "rights-of-others",
                 "reason": "%s"}""".formatted(THIRD_PARTY))
                .post("/api/v1/staff/requests/" + journey.reference() + "/withheld-parts")
                .then()
                .statusCode(200);
        try (Gate gate = Gate.before(world.postgres(), "withheld_part", "update", "new.attempt = 2")) {
            journey.retry("billing");
            gate.awaitHeld();
            service.kill();
        }
        endsOnce(
                journey,
                () -> database.await(
                        "the part is found again",
                        "select id::text from withheld_part where request_id = :case and attempt = 2 and not lost",
                        journey.reference()));
        assertThat(database.column(
                        "select (left_out::text like '%" + THIRD_PARTY
                                + "%')::text from bundle where request_id = :case",
                        journey.reference()))
                .containsExactly("true");
    }

    @Test
    void killed_right_after_the_release() {
        Journey journey =
                submitted().confirm().accept().await("in-review", PATIENCE).release();
        service.kill();
        endsOnce(journey);
    }

    @Test
    void killed_while_the_bundle_is_assembled() {
        Journey journey =
                submitted().confirm().accept().await("in-review", PATIENCE).release();
        database.awaitAssembling(journey.reference());
        service.kill();
        endsOnce(journey);
    }

    @Test
    void killed_when_the_bundle_is_stored_and_nobody_noted_it_down() {
        Journey journey = submitted().confirm().accept().await("in-review", PATIENCE);
        try (Gate gate = Gate.before(world.postgres(), "bundle", "update", "new.state = 'ready'")) {
            journey.release();
            gate.awaitHeld();
            service.kill();
        }
        endsOnce(journey);
        assertThat(database.column("select attempt::text from bundle where request_id = :case", journey.reference()))
                .containsExactly("2");
    }

    @Test
    void killed_right_after_the_answer_was_ready() {
        Journey journey = submitted()
                .confirm()
                .accept()
                .await("in-review", PATIENCE)
                .release()
                .await("ready", PATIENCE);
        service.kill();
        endsOnce(journey);
    }

    /** Of the smallest scope that has two waves. */
    private static Journey submitted() {
        return Journey.submit(service.url(), world.mail(), PRIVATE, List.of("domains"));
    }

    private void endsOnce(Journey journey) {
        endsOnce(journey, () -> {});
    }

    /** @param next what is done or awaited once the service is there again, before the case goes on */
    private void endsOnce(Journey journey, Runnable next) {
        EndedOnce once = new EndedOnce(world, database);
        Set<String> handedOverUnnoted = once.handedOverUnnoted(journey);
        service.restart();
        next.run();
        journey.finish(PATIENCE);
        once.check(journey, folder, handedOverUnnoted);
        journey.close();
    }

    private static String attempts(Journey journey, String connector) {
        return database.column(
                        "select attempt::text from run where request_id = :case and connector = '" + connector + "'",
                        journey.reference())
                .getFirst();
    }
}
