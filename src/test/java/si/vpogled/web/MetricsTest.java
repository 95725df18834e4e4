package si.vpogled.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.agroal.api.AgroalDataSource;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.net.URL;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import si.vpogled.collection.Connectors;
import si.vpogled.connector.definition.ConnectorDefinition;
import si.vpogled.testing.Metrics;
import si.vpogled.testing.ServiceWorld;
import si.vpogled.testing.StagedCases;
import si.vpogled.text.Language;

/** What the database holds, as those who watch the service read it. Runs, bundles and downloads: where these are tested. */
@QuarkusTest
@WithTestResource(ServiceWorld.class)
class MetricsTest {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final String REVIEW =
            "{\"kind\": \"in-review\", \"since\": \"2026-04-01T00:00:00Z\", \"supplement\": false}";
    private static final String CLOSED =
            "{\"kind\": \"closed\", \"at\": \"2026-04-01T00:00:00Z\", \"ending\": {\"kind\": \"withdrawn\"}}";

    @TestHTTPResource(value = "/metrics", management = true)
    URL metrics;

    @Inject
    StagedCases staged;

    @Inject
    EntityManager database;

    @Inject
    AgroalDataSource connections;

    @Inject
    Connectors connectors;

    private String reference;
    private final UUID task = UUID.randomUUID();

    @AfterEach
    void clear() {
        if (reference != null) {
            staged.move(reference, CLOSED);
        }
        execute("delete from scheduled_tasks where task_instance = '" + task + "'");
    }

    @Test
    void open_cases_are_told_by_right_and_state_and_by_the_days_that_are_left() {
        reference = staged.in(REVIEW, "stevec@posta.example", Language.SL);
        String overdue = "vpogled_cases_open{days=\"overdue\"}";
        String inReview = "vpogled_cases{right=\"erasure\",state=\"in-review\"}";

        // others' cases go on meanwhile: looked at until nothing of theirs comes in between
        await().atMost(PATIENCE).untilAsserted(() -> {
            staged.move(reference, REVIEW);
            due("current_date + 300");
            Map<String, Double> before = Metrics.read(metrics);
            due("current_date - 30");
            Map<String, Double> after = Metrics.read(metrics);
            staged.move(reference, CLOSED);
            Map<String, Double> closed = Metrics.read(metrics);

            assertThat(after).containsEntry(inReview, before.get(inReview));
            assertThat(after).containsEntry(overdue, before.get(overdue) + 1);
            assertThat(closed).containsEntry(inReview, after.get(inReview) - 1);
        });
        assertThat(Metrics.read(metrics).keySet().stream().filter(name -> name.startsWith("vpogled_cases_open")))
                .containsExactlyInAnyOrder(
                        overdue,
                        "vpogled_cases_open{days=\"0-3\"}",
                        "vpogled_cases_open{days=\"4-7\"}",
                        "vpogled_cases_open{days=\"8-14\"}",
                        "vpogled_cases_open{days=\"15-\"}");
    }

    private void due(String when) {
        execute("update request set right_key = 'erasure', due_on = " + when + " where reference = '" + reference
                + "'");
    }

    /** An alert looks at what has come since: it would not see the first, were it there only from then on. */
    @Test
    void each_end_that_a_run_can_have_is_told_before_there_was_any() {
        Map<String, Double> told = Metrics.read(metrics);

        for (ConnectorDefinition definition : connectors.all()) {
            for (String outcome : List.of("completed", "unavailable", "misconfigured", "refused", "defect")) {
                assertThat(told)
                        .containsKey("vpogled_runs_total{connector=\"" + definition.connector() + "\",outcome=\""
                                + outcome + "\"}");
            }
        }
    }

    @Test
    void tasks_are_told_by_whether_their_time_has_come_and_who_waits_longest() {
        insert("now() + interval '100 days'");
        assertThat(Metrics.read(metrics).get("vpogled_tasks{state=\"later\"}")).isPositive();

        execute("update scheduled_tasks set picked = true, picked_by = 'test', last_heartbeat = now()"
                + " where task_instance = '" + task + "'");
        assertThat(Metrics.read(metrics).get("vpogled_tasks{state=\"running\"}"))
                .isPositive();
    }

    /** Whoever looks for due tasks passes over a row that is locked. */
    @Test
    void a_task_that_nobody_does_is_told_with_the_time_that_it_waits() throws SQLException {
        // far enough ahead for the row to be locked before, however busy the machine is
        insert("now() + interval '10 seconds'");
        try (Connection locking = connections.getConnection()) {
            locking.setAutoCommit(false);
            try (Statement statement = locking.createStatement()) {
                statement.execute("select from scheduled_tasks where task_instance = '" + task + "' for update");
                await().atMost(PATIENCE).untilAsserted(() -> {
                    Map<String, Double> told = Metrics.read(metrics);
                    assertThat(told.get("vpogled_tasks{state=\"due\"}")).isPositive();
                    assertThat(told.get("vpogled_tasks_oldest_due_seconds")).isPositive();
                });
            }
            locking.rollback();
        }
    }

    /** Of letters, those that nobody ordered are no work. */
    private void insert(String when) {
        execute("insert into scheduled_tasks (task_name, task_instance, execution_time, picked, version) values"
                + " ('letter', '" + task + "', " + when + ", false, 1)");
    }

    private void execute(String statement) {
        QuarkusTransaction.requiringNew()
                .run(() -> database.createNativeQuery(statement).executeUpdate());
    }
}
