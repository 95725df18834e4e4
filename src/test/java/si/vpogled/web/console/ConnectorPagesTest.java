package si.vpogled.web.console;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.not;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import si.vpogled.demo.DemoStaff;
import si.vpogled.testing.PageVisitor;
import si.vpogled.testing.ServiceWorld;
import si.vpogled.testing.StagedCases;

@QuarkusTest
@WithTestResource(ServiceWorld.class)
class ConnectorPagesTest {
    private static final String PAGE = "/console/connectors";

    @Inject
    EntityManager database;

    @Inject
    InstantSource clock;

    @Inject
    StagedCases staged;

    private PageVisitor clerk;

    @BeforeEach
    void a_clerk_is_signed_in() {
        clerk = PageVisitor.staff(DemoStaff.CLERK);
    }

    @AfterEach
    void what_was_put_there_is_gone() {
        run("delete from run_attempt where attempt > 1000");
        run("delete from connector_test where actor = 'staged'");
    }

    @Test
    void each_connector_is_told_with_what_it_reads_and_answers_for_but_no_secret() {
        clerk.get(PAGE)
                .then()
                .statusCode(200)
                .body(allOf(
                        containsString("Obračun"),
                        containsString("podatkovna baza"),
                        containsString("datoteke"),
                        containsString("registri domen"),
                        containsString("številka stranke → ")))
                .body(not(containsString("BILLING_")))
                .body(not(containsString("jdbc:")))
                .body(not(containsString("127.0.0.1")));
    }

    @Test
    void a_test_tells_each_part_and_stays_on_record_with_who_asked_for_it() {
        clerk.get(PAGE);

        clerk.post(PAGE + "/billing/test", Map.of())
                .then()
                .statusCode(303)
                .header("Location", endsWith(PAGE + "#source-billing"));

        String page = PageVisitor.staff(DemoStaff.AUDITOR).get(PAGE).asString();
        assertThat(page)
                .contains("Preizkus je uspel")
                .contains("Zadnji preizkus: " + DemoStaff.CLERK.name())
                .contains("nobena vrstica ni bila prebrana")
                .doesNotContain("/billing/test");
        assertThat(staged.number(
                        "select count(*) from connector_test where connector = 'billing' and actor = ?1 and ended_at >="
                                + " started_at and report is not null",
                        DemoStaff.CLERK.name()))
                .isPositive();
    }

    @Test
    void one_test_of_a_connector_runs_at_a_time() {
        underWay("hosting", clock.instant());
        clerk.get(PAGE).then().body(containsString("Preizkus še poteka"));

        clerk.post(PAGE + "/hosting/test", Map.of())
                .then()
                .statusCode(409)
                .body(containsString("Preizkus že poteka"))
                .body(containsString(PAGE + "?lang=en"));
        clerk.post(PAGE + "/billing/test", Map.of()).then().statusCode(303);
    }

    @Test
    void a_test_whose_process_is_gone_stands_in_nobodys_way() {
        underWay("website-builder", clock.instant().minus(Duration.ofMinutes(3)));
        clerk.get(PAGE);

        clerk.post(PAGE + "/website-builder/test", Map.of()).then().statusCode(303);
    }

    @Test
    void a_connector_that_is_not_there_cannot_be_tested() {
        clerk.get(PAGE);

        clerk.post(PAGE + "/none/test", Map.of()).then().statusCode(404);
    }

    @Test
    void auditors_test_nothing() {
        PageVisitor auditor = PageVisitor.staff(DemoStaff.AUDITOR);
        auditor.get(PAGE).then().statusCode(200).body(not(containsString("/test\"")));

        auditor.post(PAGE + "/billing/test", Map.of()).then().statusCode(403);
    }

    @Test
    void how_a_connector_does_is_told_of_the_last_thirty_days() {
        await().atMost(Duration.ofSeconds(60)).untilAsserted(this::tells_of_the_attempts_of_thirty_days);
    }

    /** Others' runs may end meanwhile: then there are more attempts than those of this test, and it is begun anew. */
    private void tells_of_the_attempts_of_thirty_days() {
        run("delete from run_attempt where connector = 'dostavljalec'");
        Instant now = clock.instant();
        attempt(1001, now.minus(Duration.ofDays(40)), Duration.ofHours(9), false);
        attempt(1002, now.minus(Duration.ofDays(29)), Duration.ofSeconds(1), false);
        attempt(1003, now.minus(Duration.ofDays(20)), Duration.ofSeconds(2), false);
        attempt(1004, now.minus(Duration.ofDays(10)), Duration.ofSeconds(200), false);
        attempt(1005, now.minus(Duration.ofDays(1)), Duration.ofSeconds(5), true);

        String page = clerk.get(PAGE).asString();

        String section = page.substring(page.indexOf("id=\"source-dostavljalec\""));
        section = section.substring(0, section.indexOf("</section>"));
        assertThat(section.replaceAll("<[^>]+>", "|").replaceAll("\\s+", " ").replaceAll("( ?\\| ?)+", "|"))
                .contains("Branja v zadnjih 30 dneh|4|")
                .contains("Trajanje, mediana|2 s|")
                .contains("Trajanje, 90. percentil|3 min 20 s|")
                .contains("Napake v zadnjih 30 dneh|ni dosegljivo: 1|")
                .contains("Zadnja napaka")
                .contains("Preverite, ali vir teče");
        assertThat(section).contains("<q lang=\"en\">staged</q>");
    }

    private void attempt(int number, Instant ended, Duration took, boolean failed) {
        run(
                "insert into run_attempt values (?1, ?2, 'dostavljalec', ?3, ?4, ?5, ?6)",
                UUID.randomUUID(),
                number,
                ended.minus(took),
                ended,
                failed ? "UNAVAILABLE" : null,
                failed ? "staged" : null);
    }

    private void underWay(String connector, Instant since) {
        run(
                "insert into connector_test (id, connector, actor, started_at) values (?1, ?2, 'staged', ?3)",
                UUID.randomUUID(),
                connector,
                since);
    }

    private void run(String statement, Object... values) {
        QuarkusTransaction.requiringNew().run(() -> {
            var query = database.createNativeQuery(statement);
            for (int i = 0; i < values.length; i++) {
                query.setParameter(i + 1, values[i]);
            }
            query.executeUpdate();
        });
    }
}
