package si.vpogled.web.console;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static si.vpogled.testing.Api.as;
import static si.vpogled.testing.Api.signedIn;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import si.vpogled.demo.DemoStaff;
import si.vpogled.demo.people.DemoCustomers;
import si.vpogled.testing.Api;
import si.vpogled.testing.Mails;
import si.vpogled.testing.PageVisitor;
import si.vpogled.testing.ServiceWorld;
import si.vpogled.testing.StagedCases;
import si.vpogled.text.Language;

/** What staff decide by the forms of a case's page, without scripts, and what the customer then sees. */
@QuarkusTest
@WithTestResource(ServiceWorld.class)
class DeskFormsTest {
    private static final String REVIEW =
            "{\"kind\": \"in-review\", \"since\": \"2030-01-01T00:00:00Z\", \"supplement\": false}";

    @ConfigProperty(name = ServiceWorld.MAILBOX)
    String mailbox;

    @Inject
    StagedCases cases;

    @Inject
    EntityManager database;

    private PageVisitor clerk;

    @BeforeEach
    void a_clerk_is_signed_in() {
        clerk = PageVisitor.staff(DemoStaff.CLERK);
    }

    private static String desk(String reference) {
        return "/console/cases/" + reference;
    }

    private long told(String reference, String action) {
        return cases.number(
                "select count(*) from history where request_id = ?1 and action = ?2", cases.id(reference), action);
    }

    @Test
    void an_answer_is_released_in_part_with_a_reason_and_ended_by_an_approver() {
        String reference = Api.submit(DemoCustomers.PRIVATE_EMAIL, "domains");
        String session = collected(reference);
        fails(reference, "whois-domain");
        clerk.get(desk(reference)).then().body(containsString("name=\"release-reason\""));

        clerk.post(desk(reference) + "/release", Map.of("release-reason", " "))
                .then()
                .statusCode(422)
                .body(containsString("href=\"#release-reason\""));
        clerk.post(desk(reference) + "/release", Map.of("release-reason", "Register še ne odgovarja."))
                .then()
                .statusCode(303);
        awaitState(session, reference, "ready");
        PageVisitor customer = PageVisitor.subject("sl", session);
        customer.get("/case")
                .then()
                .body(containsString("Odgovor je delni."))
                .body(containsString("Register še ne odgovarja."));

        clerk.get(desk(reference)).then().body(not(containsString("/end\"")));
        clerk.post(desk(reference) + "/end", Map.of("end-reason", "Ne sme."))
                .then()
                .statusCode(403);
        PageVisitor approver = PageVisitor.staff(DemoStaff.APPROVER);
        approver.get(desk(reference)).then().body(containsString("name=\"end-reason\""));
        approver.post(desk(reference) + "/end", Map.of("end-reason", ""))
                .then()
                .statusCode(422)
                .body(containsString("href=\"#end-reason\""));
        approver.post(desk(reference) + "/end", Map.of("end-reason", "Registra ni več."))
                .then()
                .statusCode(303);

        awaitState(session, reference, "closed");
        customer.get("/case").then().body(containsString("Zahteva zaključena z delnim odgovorom"));
        assertThat(told(reference, "released")).isOne();
        assertThat(told(reference, "ended-in-part")).isOne();
    }

    @Test
    void line_ends_of_a_note_count_as_the_field_counts_them() {
        String reference = cases.in(REVIEW, "vrstice-" + UUID.randomUUID() + "@primer.si", Language.SL);
        clerk.get(desk(reference));
        String lines = "a\r\n".repeat(999);

        clerk.post(desk(reference) + "/note", Map.of("note-text", lines + "abc"))
                .then()
                .statusCode(422)
                .body(containsString("<a href=\"#note-text\">"));
        clerk.post(desk(reference) + "/note", Map.of("note-text", lines + "ab"))
                .then()
                .statusCode(303);
    }

    @Test
    void a_case_is_withdrawn_for_the_customer() {
        String reference = cases.in(REVIEW, "umik-" + UUID.randomUUID() + "@primer.si", Language.SL);
        clerk.get(desk(reference)).then().body(containsString("action=\"" + desk(reference) + "/withdraw\""));

        clerk.post(desk(reference) + "/withdraw", Map.of()).then().statusCode(303);

        PageVisitor.subject("sl", cases.session(reference))
                .get("/case")
                .then()
                .body(containsString("Zahteva umaknjena"));
        clerk.get(desk(reference)).then().body(not(containsString("/withdraw\"")));
    }

    @Test
    void a_source_that_failed_is_asked_again_and_answers() {
        String reference = Api.submit(DemoCustomers.PRIVATE_EMAIL, "domains");
        String session = collected(reference);
        fails(reference, "whois-domain");
        String retry = desk(reference) + "/runs/whois-domain/retry";
        clerk.get(desk(reference)).then().body(containsString("action=\"" + retry + "\""));

        clerk.post(retry, Map.of()).then().statusCode(303);

        assertThat(told(reference, "connector-retried")).isOne();
        await().atMost(Duration.ofSeconds(120))
                .until(() -> cases.number(
                                "select count(*) from run where request_id = ?1 and connector = 'whois-domain'"
                                        + " and attempt = 2 and state = 'ANSWERED'",
                                cases.id(reference))
                        == 1);
        awaitState(session, reference, "in-review");
    }

    /** All sources have answered. */
    private String collected(String reference) {
        String session = Api.confirm(new Mails(mailbox), DemoCustomers.PRIVATE_EMAIL, reference);
        as(DemoStaff.CLERK)
                .post("/api/v1/staff/requests/" + reference + "/acceptance")
                .then()
                .statusCode(204);
        awaitState(session, reference, "in-review");
        return session;
    }

    private void fails(String reference, String connector) {
        QuarkusTransaction.requiringNew()
                .run(() -> database.createNativeQuery(
                                "update run set state = 'FAILED', fault_kind = 'UNAVAILABLE',"
                                        + " fault = 'It does not answer', failing_since = now() where request_id = ?1 and connector = ?2")
                        .setParameter(1, cases.id(reference))
                        .setParameter(2, connector)
                        .executeUpdate());
    }

    private static void awaitState(String session, String reference, String state) {
        await().atMost(Duration.ofSeconds(120))
                .until(() -> signedIn(session)
                        .get("/api/v1/requests/" + reference)
                        .path("state")
                        .equals(state));
    }
}
