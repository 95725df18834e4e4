package si.vpogled.web.console;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;
import static si.vpogled.testing.Api.as;
import static si.vpogled.testing.Api.signedIn;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
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
        Response opened = clerk.get(desk(reference));
        opened.then().body(containsString("name=\"release-reason\""));
        String seen = PageVisitor.hidden(opened, "version");

        clerk.post(desk(reference) + "/release", Map.of("release-reason", " ", "version", seen))
                .then()
                .statusCode(422)
                .body(containsString("href=\"#release-reason\""));
        clerk.post(desk(reference) + "/release", Map.of("release-reason", "Register še ne odgovarja.", "version", seen))
                .then()
                .statusCode(303);
        awaitState(session, reference, "ready");
        PageVisitor customer = PageVisitor.subject("sl", session);
        customer.get("/case")
                .then()
                .body(containsString("Odgovor je delen."))
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
    void a_source_that_failed_is_asked_again_and_answers_once_however_often_the_form_is_sent() {
        String reference = Api.submit(DemoCustomers.PRIVATE_EMAIL, "domains");
        String session = collected(reference);
        fails(reference, "whois-domain");
        String retry = desk(reference) + "/runs/whois-domain/retry";
        clerk.get(desk(reference)).then().body(containsString("action=\"" + retry + "\""));

        clerk.post(retry, Map.of("attempt", "1")).then().statusCode(303);
        clerk.post(retry, Map.of("attempt", "1")).then().statusCode(303);

        await().atMost(Duration.ofSeconds(120))
                .until(() -> cases.number(
                                "select count(*) from run where request_id = ?1 and connector = 'whois-domain'"
                                        + " and attempt > 1 and state = 'ANSWERED'",
                                cases.id(reference))
                        == 1);
        awaitState(session, reference, "in-review");
        clerk.post(retry, Map.of("attempt", "1")).then().statusCode(303);
        assertThat(told(reference, "connector-retried")).isOne();
    }

    @Test
    void a_page_out_of_date_takes_no_case_from_a_colleague_and_says_whose_it_is() {
        String reference = cases.in(REVIEW, "dodeli-" + UUID.randomUUID() + "@primer.si", Language.SL);
        Response opened = clerk.get(desk(reference));
        PageVisitor colleague = PageVisitor.staff(DemoStaff.APPROVER);
        colleague.get(desk(reference));
        colleague
                .post(desk(reference) + "/assign", Map.of("to", "me", "whose", ""))
                .then()
                .statusCode(303);
        Map<String, String> form = Map.of("to", "me", "whose", PageVisitor.hidden(opened, "whose"));

        clerk.post(desk(reference) + "/assign", form)
                .then()
                .statusCode(409)
                .body(containsString("zahtevo ima zdaj " + DemoStaff.APPROVER.name()));
        clerk.post(desk(reference) + "/assign?lang=en", form)
                .then()
                .statusCode(409)
                .body(containsString("the request is now with " + DemoStaff.APPROVER.name()));

        assertThat(told(reference, "assigned")).isOne();
        String whose = PageVisitor.hidden(clerk.get(desk(reference)), "whose");
        clerk.post(desk(reference) + "/assign", Map.of("to", "me", "whose", whose))
                .then()
                .statusCode(303);
        clerk.post(desk(reference) + "/assign", Map.of("to", "me", "whose", whose))
                .then()
                .statusCode(303);
        assertThat(told(reference, "assigned")).isEqualTo(2);
    }

    @Test
    void a_closed_case_is_offered_and_given_to_nobody() {
        String reference = cases.in(
                "{\"kind\": \"closed\", \"at\": \"2026-04-01T00:00:00Z\", \"ending\": {\"kind\": \"withdrawn\"}}",
                "koncano-" + UUID.randomUUID() + "@primer.si",
                Language.SL);
        clerk.get(desk(reference)).then().body(not(containsString("/assign\"")));

        clerk.post(desk(reference) + "/assign", Map.of("to", "me", "whose", ""))
                .then()
                .statusCode(409)
                .body(containsString("zahteva je zaključena"));
        as(DemoStaff.CLERK, "{\"assignee\": \"klara\"}")
                .put("/api/v1/staff/requests/" + reference + "/assignee")
                .then()
                .statusCode(409);

        assertThat(told(reference, "assigned")).isZero();
    }

    @Test
    void a_note_sent_twice_is_stored_once_and_another_one_of_its_form_is_told() {
        String reference = cases.in(REVIEW, "dvakrat-" + UUID.randomUUID() + "@primer.si", Language.SL);
        String key = PageVisitor.hidden(clerk.get(desk(reference)), "key");
        Map<String, String> form = Map.of("note-text", "Poklical ob devetih", "key", key);

        clerk.post(desk(reference) + "/note", form).then().statusCode(303);
        clerk.post(desk(reference) + "/note", form).then().statusCode(303);
        Response other = clerk.post(desk(reference) + "/note", Map.of("note-text", "Nekaj drugega", "key", key));

        other.then()
                .statusCode(422)
                .body(containsString("Iz tega obrazca je bilo že shranjeno nekaj drugega"))
                .body(containsString(">Nekaj drugega</textarea>"));
        assertThat(told(reference, "noted")).isOne();
        clerk.post(
                        desk(reference) + "/note",
                        Map.of("note-text", "Nekaj drugega", "key", PageVisitor.hidden(other, "key")))
                .then()
                .statusCode(303);
        assertThat(told(reference, "noted")).isEqualTo(2);
        assertThat(cases.number("select count(*) from note where request_id = ?1", cases.id(reference)))
                .isEqualTo(2);
    }

    @Test
    void a_check_of_identity_sent_twice_is_recorded_once() {
        String reference = cases.in(REVIEW, "preverjen-" + UUID.randomUUID() + "@primer.si", Language.SL);
        String key = PageVisitor.hidden(clerk.get(desk(reference)), "key");
        Map<String, String> form = Map.of("check-method", "call-back", "check-note", "Po pogodbi", "key", key);

        clerk.post(desk(reference) + "/identity", form).then().statusCode(303);
        clerk.post(desk(reference) + "/identity", form).then().statusCode(303);

        assertThat(told(reference, "identity-checked")).isOne();
        assertThat(cases.number(
                        "select count(*) from identity_proof where request_id = ?1 and method = 'call-back'",
                        cases.id(reference)))
                .isOne();
    }

    @Test
    void an_item_of_which_nothing_was_found_has_no_form_to_withhold_it_and_is_refused_in_words() {
        String reference = cases.in(REVIEW, "prazno-" + UUID.randomUUID() + "@primer.si", Language.SL);
        cases.told(reference, "billing", "domains.legal-framework.name", "none-held");
        String item = desk(reference) + "/items/domains.legal-framework.name";

        clerk.get(item).then().statusCode(200).body(not(containsString("name=\"withhold-ground\"")));
        clerk.post(
                        item + "/withhold",
                        Map.of("withhold-ground", "rights-of-others", "withhold-reason", "Ime je tudi ime soseda."))
                .then()
                .statusCode(409)
                .body(containsString("Tu ni česa zadržati"))
                .body(containsString("Ime je tudi ime soseda."))
                .body(not(containsString("name=\"withhold-ground\"")));
    }

    @Test
    void what_is_withheld_is_not_told_as_that_once_its_source_has_nothing_of_it_any_more() {
        String reference = cases.in(REVIEW, "vec-" + UUID.randomUUID() + "@primer.si", Language.SL);
        cases.told(reference, "billing", "domains.legal-framework.name", "found");
        clerk.get(desk(reference));
        clerk.post(
                        desk(reference) + "/items/domains.legal-framework.name/withhold",
                        Map.of("withhold-ground", "rights-of-others", "withhold-reason", "Ime je tudi ime soseda."))
                .then()
                .statusCode(303);
        clerk.get(desk(reference)).then().body(containsString("Ime je tudi ime soseda."));

        cases.told(reference, "billing", "domains.legal-framework.name", "none-held");

        clerk.get(desk(reference)).then().body(not(containsString("Ime je tudi ime soseda.")));
        as(DemoStaff.CLERK)
                .get("/api/v1/staff/requests/" + reference)
                .then()
                .statusCode(200)
                .body("withheld.size()", equalTo(0));
    }

    @Test
    void a_reason_that_was_typed_stays_where_an_item_cannot_be_withheld_any_more() {
        String reference = cases.in(REVIEW, "pozno-" + UUID.randomUUID() + "@primer.si", Language.SL);
        String item = desk(reference) + "/items/domains.legal-framework.name";
        clerk.get(item);
        cases.move(reference, "{\"kind\": \"collecting\", \"since\": \"2030-01-01T00:00:00Z\"}");

        clerk.post(
                        item + "/withhold",
                        Map.of("withhold-ground", "rights-of-others", "withhold-reason", "Ime je tudi ime soseda."))
                .then()
                .statusCode(409)
                .body(containsString("Ime je tudi ime soseda."))
                .body(containsString("role=\"alert\""));
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
                                        + " fault = 'The SFTP server''s name does not resolve: check host, and DNS', failing_since = now() where request_id = ?1 and connector = ?2")
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
