package si.vpogled.request;

import static org.assertj.core.api.Assertions.assertThat;

import io.agroal.api.AgroalDataSource;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import si.vpogled.testing.ServiceWorld;

/** Cases of earlier versions, brought up to date in a schema of their own: their history tells when they were settled. */
@QuarkusTest
@WithTestResource(ServiceWorld.class)
class SettledBeforeTest {
    private static final String SCHEMA = "settled_before";

    @Inject
    AgroalDataSource database;

    @AfterEach
    void drop() throws SQLException {
        run("drop schema " + SCHEMA + " cascade");
    }

    /** The second: settled by a replica of a version before, while newer ones were at work already. */
    @ParameterizedTest
    @CsvSource({"5, 11", "13, 17"})
    void the_first_answer_or_end_in_the_history_settles_a_case(String before, String after) throws SQLException {
        flyway(before).migrate();
        for (String name : new String[] {"whole", "part", "refused", "withdrawn", "never", "open"}) {
            request(name);
        }
        history("whole", "accepted", "2026-03-01", "{}");
        history("whole", "assembled", "2026-03-05", "{\"bundle\": \"1\"}");
        history("whole", "closed", "2026-04-05", "{}");
        bundle("whole", 1, "null");
        history("part", "assembled", "2026-03-06", "{\"bundle\": \"1\"}");
        history("part", "assembled", "2026-03-16", "{\"bundle\": \"2\"}");
        bundle("part", 1, "'V popravilu'");
        bundle("part", 2, "null");
        history("refused", "refused", "2026-03-07", "{\"ground\": \"excessive\"}");
        history("withdrawn", "withdrawn", "2026-03-08", "{}");
        history("never", "not-confirmed", "2026-03-09", "{}");
        history("open", "accepted", "2026-03-10", "{}");

        flyway(after).migrate();

        assertThat(settled())
                .isEqualTo(Map.of(
                        "whole", "answered 2026-03-05",
                        "part", "answered-in-part 2026-03-06",
                        "refused", "refused 2026-03-07",
                        "withdrawn", "withdrawn 2026-03-08",
                        "never", "not-confirmed 2026-03-09",
                        "open", "null null"));
    }

    @Test
    void words_of_cases_that_earlier_versions_closed_are_forgotten_and_no_others() throws SQLException {
        flyway("13").migrate();
        for (String name : new String[] {"closed", "open", "still there"}) {
            request(name);
            run("insert into " + SCHEMA + ".note select gen_random_uuid(), id, 'klara', 'Zapisek', now() from " + SCHEMA
                    + ".request where reference = '" + name + "'");
        }
        run("update " + SCHEMA + ".request set state = '{\"kind\": \"closed\"}', message = 'Prosim'"
                + " where reference <> 'open'");
        bundle("still there", 1, "'V popravilu'");
        run("update " + SCHEMA + ".bundle set state = 'ready', available_until = now() + interval '1 day'");

        flyway("17").migrate();

        assertThat(column("select reference from " + SCHEMA + ".note join " + SCHEMA
                        + ".request on request.id = request_id order by 1"))
                .containsExactly("open", "still there");
        assertThat(column("select reference from " + SCHEMA + ".request where message = 'Prosim'"))
                .containsExactly("still there");
    }

    @Test
    void a_saved_view_of_a_day_becomes_one_of_as_many_days_as_were_left() throws SQLException {
        flyway("17").migrate();
        for (String due : new String[] {"2025-12-31", "2026-03-02", "2026-03-09"}) {
            run("insert into " + SCHEMA + ".saved_view values (gen_random_uuid(), 'klara', '" + due
                    + "', '{\"state\": \"open\", \"dueBefore\": \"" + due + "\"}', false, '2026-03-01T12:00:00Z')");
        }
        run("insert into " + SCHEMA
                + ".saved_view values (gen_random_uuid(), 'klara', 'vse', '{\"state\": \"open\"}', false, now())");

        flyway("18").migrate();

        assertThat(column("select cast(filter - 'state' as text) from " + SCHEMA + ".saved_view order by name"))
                .containsExactly("{\"due-within\": \"0\"}", "{\"due-within\": \"0\"}", "{\"due-within\": \"7\"}", "{}");
    }

    private Flyway flyway(String target) {
        return Flyway.configure()
                .dataSource(database)
                .schemas(SCHEMA)
                .locations("db/migration")
                .target(target)
                .load();
    }

    private void request(String name) throws SQLException {
        run("insert into " + SCHEMA
                + ".request (id, reference, right_key, services, name, email, identifiers, language,"
                + " message, state, received_at, due_on, version) values (gen_random_uuid(), '" + name
                + "', 'access', '[]', '', '', '{\"list\": []}', 'sl', '', '{\"kind\": \"in-review\"}',"
                + " '2026-03-01T12:00:00Z', '2026-04-01', 0)");
    }

    private void history(String name, String action, String day, String detail) throws SQLException {
        run("insert into " + SCHEMA + ".history (request_id, at, actor_kind, actor, action, detail) select id, '" + day
                + "T12:00:00Z', 'system', '', '" + action + "', '" + detail + "' from " + SCHEMA
                + ".request where reference = '" + name + "'");
    }

    private void bundle(String name, int number, String partialReason) throws SQLException {
        run("insert into " + SCHEMA + ".bundle (id, request_id, number, attempt, state, created_at, partial_reason,"
                + " missing) select gen_random_uuid(), id, " + number + ", 1, 'READY', now(), " + partialReason
                + ", '[]' from " + SCHEMA + ".request where reference = '" + name + "'");
    }

    private Map<String, String> settled() throws SQLException {
        Map<String, String> settled = new TreeMap<>();
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(
                        "select reference, settled_as, cast(settled_at at time zone 'UTC' as date) from " + SCHEMA
                                + ".request")) {
            while (rows.next()) {
                settled.put(rows.getString(1), rows.getString(2) + " " + rows.getString(3));
            }
        }
        return settled;
    }

    private List<String> column(String query) throws SQLException {
        List<String> values = new ArrayList<>();
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(query)) {
            while (rows.next()) {
                values.add(rows.getString(1));
            }
        }
        return values;
    }

    private void run(String statement) throws SQLException {
        try (Connection connection = database.getConnection();
                Statement open = connection.createStatement()) {
            open.execute(statement);
        }
    }
}
