package si.vpogled.web.console;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import si.vpogled.demo.DemoStaff;
import si.vpogled.testing.PageVisitor;
import si.vpogled.testing.ServiceWorld;
import si.vpogled.testing.StagedCases;
import si.vpogled.text.Language;

/** What a case's page tells of each source's work. */
@QuarkusTest
@WithTestResource(ServiceWorld.class)
class RunsSectionTest {
    private static final String RETRY = "/runs/billing/retry\"";

    @Inject
    StagedCases staged;

    @Inject
    EntityManager database;

    private String reference;

    @BeforeEach
    void a_source_failed_twice() {
        reference = staged.in(
                "{\"kind\": \"in-review\", \"since\": \"2026-01-01T00:00:00Z\", \"supplement\": false}",
                "viri@konzola.example",
                Language.SL);
        staged.failed(reference, "billing");
        run("update run set attempt = 2, started_at = '2026-01-02T10:00:00Z' where" + ofTheCase());
        for (int attempt = 1; attempt <= 2; attempt++) {
            run("insert into run_attempt select id, " + attempt + ", connector, '2026-01-0" + attempt
                    + "T10:00:00Z', '2026-01-0" + attempt
                    + "T10:00:03Z', 'UNAVAILABLE', 'The run was stopped' from run where"
                    + ofTheCase());
        }
    }

    @AfterEach
    void its_attempts_are_gone_and_its_sources_rest() {
        staged.rest(reference);
        run("delete from run_attempt where run_id in (select id from run where" + ofTheCase() + ")");
    }

    @Test
    void a_fault_is_told_in_plain_words_with_what_to_do_and_can_be_asked_again() {
        page().then()
                .statusCode(200)
                .body(containsString("neuspešno"))
                .body(containsString("ni dosegljivo"))
                .body(containsString(
                        "Počakajte, da bo vir spet dosegljiv. Potem ga vprašajte znova ali pa izročite delni odgovor."))
                .body(containsString("<small>Ime strežnika SFTP nima naslova: preverite gostitelja in DNS</small>"))
                .body(containsString(RETRY));
    }

    @Test
    void once_an_answer_in_part_is_ready_nothing_is_advised_that_cannot_be_done_any_more() {
        staged.move(
                reference,
                "{\"kind\": \"ready\", \"since\": \"2026-01-03T00:00:00Z\", \"bundle\": 1, \"availableUntil\":"
                        + " \"2099-01-01T00:00:00Z\", \"partial\": {\"reason\": \"\", \"missing\": [\"billing\"]}}");

        page().then()
                .body(containsString("Počakajte, da bo vir spet dosegljiv. Samodejno ga sprašujemo naprej"))
                .body(not(containsString("vprašajte znova")))
                .body(not(containsString("izročite delni odgovor")))
                .body(not(containsString(RETRY)));
    }

    @Test
    void a_source_that_ended_is_said_apart_from_the_table() {
        page().then().body(containsString("role=\"status\">Obračun: neuspešno. </p>"));

        run("update run set state = 'RUNNING', records = 1234 where" + ofTheCase());

        page().then().body(containsString("role=\"status\"></p>"));
    }

    @Test
    void each_failed_attempt_is_told_with_its_time_and_how_long_it_took() {
        page().then()
                .body(containsString("1. 1. 2026 ob 11:00: ni dosegljivo, po 3 s"))
                .body(containsString("2. 1. 2026 ob 11:00: ni dosegljivo, po 3 s"));
    }

    @Test
    void what_is_tried_again_by_itself_asks_for_nothing() {
        run("update run set state = 'RETRYING', retry_at = '2099-01-01T11:00:00Z' where" + ofTheCase());

        page().then()
                .body(containsString("Ni treba storiti ničesar"))
                .body(containsString("1. 1. 2099 ob 12:00"))
                .body(not(containsString(RETRY)));
    }

    @Test
    void while_it_is_at_work_what_it_met_before_is_past() {
        run("update run set state = 'RUNNING', records = 1234 where" + ofTheCase());

        page().then()
                .body(containsString("v teku"))
                .body(containsString("1.234 zapisov"))
                .body(not(containsString("Počakajte, da bo vir")));
    }

    private io.restassured.response.Response page() {
        return PageVisitor.staff(DemoStaff.CLERK).get("/console/cases/" + reference);
    }

    private String ofTheCase() {
        return " connector = 'billing' and request_id = (select id from request where reference = '" + reference + "')";
    }

    private void run(String statement) {
        QuarkusTransaction.requiringNew()
                .run(() -> database.createNativeQuery(statement).executeUpdate());
    }
}
