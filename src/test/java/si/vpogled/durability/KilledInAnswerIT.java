package si.vpogled.durability;

import static org.assertj.core.api.Assertions.assertThat;

import io.restassured.RestAssured;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.Test;
import si.vpogled.demo.DemoStaff;
import si.vpogled.demo.Journey;
import si.vpogled.testing.Api;
import si.vpogled.testing.PageVisitor;

/** Killed from review on, while the answer is made and told. */
class KilledInAnswerIT extends OnMortalService {
    private static final String THIRD_PARTY = "Vpis je o nekom drugem.";
    private static final PageVisitor.Upload PROOF =
            new PageVisitor.Upload("dokazilo.txt", "text/plain", "Dokazilo".getBytes(StandardCharsets.UTF_8));
    private static final String ATTACHED =
            "select name from attachment join message on message.id = message_id where request_id = :case";

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
}
