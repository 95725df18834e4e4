package si.vpogled.request.chain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.agroal.api.AgroalDataSource;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.io.IOException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import si.vpogled.request.Action;
import si.vpogled.request.Actor;
import si.vpogled.request.History;
import si.vpogled.request.Role;
import si.vpogled.testing.Metrics;
import si.vpogled.testing.ServiceWorld;
import si.vpogled.testing.StagedCases;
import si.vpogled.text.Language;

/** Who may do everything in the database, its triggers included, is found out. */
@QuarkusTest
@WithTestResource(ServiceWorld.class)
class CheckHistoryTest {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final List<String> TABLES =
            List.of("history", "history_link", "history_sealed_head", "history_seal");

    @TestHTTPResource(value = "/metrics", management = true)
    URL metrics;

    @Inject
    CheckHistory check;

    @Inject
    CheckHistoryTask task;

    @Inject
    InstantSource clock;

    @Inject
    History history;

    @Inject
    StagedCases staged;

    @Inject
    EntityManager database;

    @Inject
    AgroalDataSource connections;

    @ConfigProperty(name = "vpogled.store.directory")
    Path store;

    private String reference;
    private UUID request;

    /**
     * Six entries, sealed: that it was sent, and five looks at it, the third with all that JSON can be hard about. No
     * task does anything with the case, and none checks meanwhile.
     */
    @BeforeEach
    void a_case_with_a_history() throws SQLException, IOException {
        await("no check is under way").atMost(PATIENCE).until(() -> checkedInAHundredYears() == 1);
        reference = QuarkusTransaction.requiringNew().call(() -> {
            String sent = staged.submitted("veriga@posta.example", Language.SL);
            database.createNativeQuery("delete from scheduled_tasks where xmin = cast(pg_current_xact_id() as xid)")
                    .executeUpdate();
            return sent;
        });
        request = (UUID) one("select id from request where reference = '" + reference + "'");
        append(Map.of("what", "list"));
        append(Map.of("what", "case"));
        append(Map.of("č", "\"\\/\b\f\n\r\t\u001f\u007f\u2028 🐝", "a", "", "Z", "Žar", "aa", "é"));
        append(Map.of("what", "history"));
        append(Map.of("what", "found"));
        assertThat(found()).isEmpty();
        for (String table : TABLES) {
            execute("create table kept_" + table + " as select * from " + table);
        }
    }

    /** The first three tables have other cases' rows too, which went on meanwhile. */
    @AfterEach
    void as_it_was() throws SQLException {
        for (String table : List.of("history", "history_link", "history_sealed_head")) {
            tamper("delete from " + table + " where request_id = '" + request + "'");
            tamper("insert into " + table + (table.equals("history") ? " overriding system value" : "")
                    + " select * from kept_" + table + " where request_id = '" + request + "'");
        }
        tamper("delete from history_seal where number in (select number from kept_history_seal)");
        tamper("insert into history_seal select * from kept_history_seal");
        for (String table : TABLES) {
            execute("drop table kept_" + table);
        }
        execute(
                "update scheduled_tasks set execution_time = now() + interval '1 day' where task_name = 'check-history'");
    }

    private int checkedInAHundredYears() {
        return QuarkusTransaction.requiringNew()
                .call(() -> database.createNativeQuery(
                                "update scheduled_tasks set execution_time = now() + interval '100 years'"
                                        + " where task_name = 'check-history' and not picked")
                        .executeUpdate());
    }

    @Test
    void a_history_that_nobody_touched_is_whole_whatever_its_texts_and_goes_on() throws SQLException, IOException {
        append(Map.of("what", "later"));
        assertThat(found()).isEmpty();
        assertThat(number("select number from history_sealed_head where request_id = '" + request + "'"))
                .isEqualTo(7);
    }

    @Test
    void a_changed_entry_is_found_and_told_to_those_who_watch_until_it_is_mended() throws SQLException, IOException {
        tamper("update history set actor = 'oskar' where id = " + entry(3));

        CheckHistory.Report report = check.check();

        assertThat(of(report)).containsExactly("entry 3 of " + reference + " was changed after it was written");
        assertThat(found()).as("again, the day after").hasSize(1);
        Map<String, Double> told = Metrics.read(metrics);
        assertThat(told).containsEntry("vpogled_history_breaks", (double) report.breaks());
        assertThat(told.get("vpogled_history_checked_timestamp_seconds"))
                .isGreaterThan(Instant.parse("2026-01-01T00:00:00Z").getEpochSecond());

        tamper("update history set actor = 'klara' where id = " + entry(3));
        assertThat(found()).isEmpty();
    }

    @Test
    void a_changed_time_or_detail_or_owner_is_found() throws SQLException, IOException {
        tamper("update history set at = at - interval '1 microsecond' where id = " + entry(2));
        tamper("update history set detail = '{\"what\": \"other\"}' where id = " + entry(5));
        assertThat(found()).hasSize(2).allSatisfy(told -> assertThat(told).contains("was changed"));
    }

    @Test
    void a_removed_entry_is_found_with_its_link_or_without() throws SQLException, IOException {
        long second = entry(2);
        long fourth = entry(4);
        tamper("delete from history where id = " + second);
        tamper("delete from history where id = " + fourth);
        tamper("delete from history_link where entry = " + fourth);

        assertThat(found())
                .containsExactly(
                        "entry 2 of " + reference + " was removed", "entry 4 of " + reference + " was removed");
    }

    @Test
    void entries_removed_from_the_end_are_found_by_the_seal() throws SQLException, IOException {
        long last = entry(6);
        tamper("delete from history where id = " + last);
        tamper("delete from history_link where entry = " + last);
        assertThat(found()).containsExactly("entry 6 of " + reference + " was removed");
    }

    @Test
    void a_whole_history_that_was_removed_is_found_by_the_seal() throws SQLException, IOException {
        tamper("delete from history where request_id = '" + request + "'");
        tamper("delete from history_link where request_id = '" + request + "'");
        assertThat(found()).containsExactly("entry 6 of " + reference + " was removed");
    }

    @Test
    void entries_that_changed_places_are_found() throws SQLException, IOException {
        long third = entry(3);
        long fifth = entry(5);
        String swap =
                "update history set (at, detail) = (select at, detail from kept_history where id = %d) where id = %d";
        tamper(swap.formatted(third, fifth));
        tamper(swap.formatted(fifth, third));

        assertThat(found()).hasSize(2).allSatisfy(told -> assertThat(told).contains("stands in another place"));
    }

    @Test
    void links_that_changed_places_are_found() throws SQLException, IOException {
        tamper("update history_link set number = number + 100 where entry = " + entry(3));
        tamper("update history_link set number = 3 where entry = " + entry(4));
        tamper("update history_link set number = 4 where number = 103 and request_id = '" + request + "'");

        assertThat(found()).hasSize(2).allSatisfy(told -> assertThat(told).contains("stands in another place"));
    }

    @Test
    void a_back_dated_entry_is_found_though_it_is_linked() throws SQLException, IOException {
        execute("insert into history (request_id, at, actor_kind, actor, action, detail) values ('" + request
                + "', now() - interval '20 days', 'staff', 'klara', 'accepted', '{}')");
        assertThat(found()).containsExactly("entry 7 of " + reference + " tells of a time long before it was written");
    }

    @Test
    void an_entry_added_past_the_triggers_is_found() throws SQLException, IOException {
        tamper("insert into history (request_id, at, actor_kind, actor, action, detail) values ('" + request
                + "', now(), 'staff', 'klara', 'accepted', '{}')");
        assertThat(found()).hasSize(1).allSatisfy(told -> assertThat(told).contains("was added past what links"));
    }

    @Test
    void a_history_rewritten_with_all_its_links_is_found_by_the_seal() throws SQLException, IOException {
        tamper("update history set actor = 'oskar' where id = " + entry(3));
        tamper("delete from history_link where request_id = '" + request + "'");
        execute("select count(link_history(h, k.linked_at)) from (select * from history where request_id = '" + request
                + "' order by id) h join kept_history_link k on k.entry = h.id");

        assertThat(found()).containsExactly("entry 6 of " + reference + " was changed after it was written");
    }

    @Test
    void a_rewritten_history_whose_sealed_end_was_rewritten_too_is_found_by_the_signature()
            throws SQLException, IOException {
        tamper("update history_sealed_head set hash = repeat('0', 64) where request_id = '" + request + "'");
        assertThat(seals()).containsExactly(HistoryBreak.Kind.RESEALED);
    }

    @Test
    void another_seal_than_was_kept_apart_is_found() throws SQLException, IOException {
        tamper(
                "update history_seal set jws = replace(jws, '.', '..') where number = (select max(number) from history_seal)");
        assertThat(seals()).containsExactly(HistoryBreak.Kind.RESEALED);
    }

    @Test
    void a_database_that_is_older_than_its_seals_is_found_once() throws SQLException, IOException {
        tamper("delete from history_seal where number = (select max(number) from history_seal)");
        assertThat(seals()).contains(HistoryBreak.Kind.OLDER_THAN_ITS_SEALS);
        assertThat(seals()).doesNotContain(HistoryBreak.Kind.OLDER_THAN_ITS_SEALS);
    }

    @Test
    void a_seal_that_the_store_lacks_is_kept_there_again() throws SQLException, IOException {
        Path copy = store.resolve("history/seals/" + number("select max(number) from history_seal") + ".jws");
        Files.delete(copy);
        assertThat(found()).isEmpty();
        assertThat(copy).exists();
    }

    @Test
    void a_task_that_came_with_the_schema_checks_it_and_comes_again_a_day_later() throws SQLException, IOException {
        assertThat(number("select count(*) from scheduled_tasks where task_name = '" + task.task()
                        + "' and task_instance = 'daily'"))
                .isEqualTo(1);
        long seals = number("select count(*) from history_seal");
        Instant before = clock.instant();

        Instant next = task.run("daily").orElseThrow();

        assertThat(next)
                .isBetween(before.plus(Duration.ofDays(1)), clock.instant().plus(Duration.ofDays(1)));
        assertThat(number("select count(*) from history_seal")).isEqualTo(seals + 1);
    }

    private List<HistoryBreak.Kind> seals() throws SQLException, IOException {
        return check.check().first().stream()
                .filter(told -> told.where().startsWith("seal "))
                .map(HistoryBreak::kind)
                .toList();
    }

    private List<String> found() throws SQLException, IOException {
        return of(check.check());
    }

    private List<String> of(CheckHistory.Report report) {
        return report.first().stream()
                .map(HistoryBreak::toString)
                .filter(told -> told.contains(reference))
                .toList();
    }

    private void append(Map<String, String> detail) {
        QuarkusTransaction.requiringNew()
                .run(() -> history.append(request, Actor.staff("klara", Set.of(Role.CLERK)), Action.VIEWED, detail));
    }

    private long entry(int number) {
        return number("select entry from history_link where request_id = '" + request + "' and number = " + number);
    }

    private long number(String query) {
        return ((Number) one(query)).longValue();
    }

    private Object one(String query) {
        return QuarkusTransaction.requiringNew()
                .call(() -> database.createNativeQuery(query, Object.class).getSingleResult());
    }

    private void execute(String statement) throws SQLException {
        try (Connection connection = connections.getConnection();
                Statement executing = connection.createStatement()) {
            executing.execute(statement);
        }
    }

    /** As the database's owner. */
    private void tamper(String statement) throws SQLException {
        try (Connection connection = connections.getConnection();
                Statement executing = connection.createStatement()) {
            connection.setAutoCommit(false);
            executing.execute("alter table history disable trigger user");
            executing.execute("alter table history_link disable trigger user");
            executing.execute(statement);
            executing.execute("alter table history enable trigger user");
            executing.execute("alter table history_link enable trigger user");
            connection.commit();
            connection.setAutoCommit(true);
        }
    }
}
