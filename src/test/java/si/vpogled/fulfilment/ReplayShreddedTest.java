package si.vpogled.fulfilment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.agroal.api.AgroalDataSource;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import si.vpogled.request.ReadCase;
import si.vpogled.request.State;
import si.vpogled.storage.keys.RequestKeys;
import si.vpogled.testing.ServiceWorld;
import si.vpogled.testing.StagedCases;
import si.vpogled.text.Language;

/** A case is closed after the last backup, and the backup is restored. */
@QuarkusTest
@WithTestResource(ServiceWorld.class)
class ReplayShreddedTest {
    private static final String REVIEW =
            "{\"kind\": \"in-review\", \"since\": \"2026-04-01T00:00:00Z\", \"supplement\": false}";
    private static final String REFUSED = "{\"kind\": \"closed\", \"at\": \"2026-04-02T00:00:00Z\", \"ending\":"
            + " {\"kind\": \"refused\", \"ground\": \"excessive\", \"reason\": \"Beseda o Maji\"}}";

    @Inject
    ReplayShredded replay;

    @Inject
    ShredTask shred;

    @Inject
    RequestKeys keys;

    @Inject
    ReadCase cases;

    @Inject
    StagedCases staged;

    @Inject
    EntityManager database;

    @Inject
    AgroalDataSource connections;

    @ConfigProperty(name = "vpogled.store.directory")
    Path store;

    private UUID request;
    private Connection ledger;

    @BeforeEach
    void a_case_that_was_closed_after_the_backup_which_is_restored() throws Exception {
        String reference = staged.in(REVIEW, "obnova-%s@posta.example".formatted(UUID.randomUUID()), Language.SL);
        request = staged.id(reference);
        QuarkusTransaction.requiringNew().run(() -> keys.createIfAbsent(request));
        staged.messages(reference, "subject", 2);
        execute("drop table if exists kept_key");
        execute("drop table if exists kept_message");
        execute("create table kept_key as select * from request_key where request_id = ?1");
        execute("create table kept_message as select * from message where request_id = ?1");

        staged.move(reference, REFUSED);
        shred.run(request.toString());
        assertThatThrownBy(this::keyPair).hasMessageContaining("was shredded");

        staged.move(reference, REVIEW);
        execute("delete from request_key where request_id = ?1");
        execute("insert into request_key select * from kept_key where request_id = ?1");
        execute("insert into message select * from kept_message where request_id = ?1");
        execute("drop table kept_key");
        execute("drop table kept_message");
        // whoever shreds another case meanwhile waits: its entry would be given the number of this one
        ledger = connections.getConnection();
        locked("pg_advisory_lock");
        // and what others entered since: to close these again changes nothing
        execute("delete from shredded_request where number >="
                + " (select number from shredded_request where request_id = ?1)");
        keyPair();
    }

    /** As the service's start would have it for whoever comes next. */
    @AfterEach
    void the_ledger_is_read() throws Exception {
        try {
            replay.replay();
        } finally {
            locked("pg_advisory_unlock");
            ledger.close();
        }
    }

    private void locked(String function) throws SQLException {
        try (Statement statement = ledger.createStatement()) {
            statement.execute("select " + function + "(" + ShreddedLedger.LOCK + ")");
        }
    }

    @Test
    void it_is_closed_again_as_it_was_without_key_or_words() throws Exception {
        replay.replay();

        assertThatThrownBy(this::keyPair).hasMessageContaining("was shredded");
        assertThat(cases.byId(request).state())
                .isInstanceOfSatisfying(
                        State.Closed.class,
                        closed -> assertThat(closed.ending()).isEqualTo(new State.Ending.Refused("excessive", "")));
        assertThat(number("select count(*) from message where request_id = ?1")).isZero();
    }

    @Test
    void nobody_is_written_to_anew_and_the_history_tells_of_it_once() throws Exception {
        long letters = number("select count(*) from letter where request_id = ?1 and kind <> 'CONFIRM'");
        replay.replay();
        replay.replay();

        assertThat(number("select count(*) from letter where request_id = ?1 and kind <> 'CONFIRM'"))
                .isEqualTo(letters);
        assertThat(number("select count(*) from history where request_id = ?1 and action = 'closed'"))
                .isEqualTo(1);
    }

    @Test
    void an_entry_that_was_numbered_and_never_written_hides_none_that_follow() throws Exception {
        long number = entered();
        Files.move(store.resolve("shredded/" + number + ".json"), store.resolve("shredded/" + (number + 30) + ".json"));
        try {
            replay.replay();
            assertThatThrownBy(this::keyPair).hasMessageContaining("was shredded");
        } finally {
            execute("delete from shredded_request where request_id = ?1");
            Files.delete(store.resolve("shredded/" + (number + 30) + ".json"));
        }
    }

    @Test
    void the_ledger_holds_no_word_of_the_case() throws Exception {
        assertThat(Files.readString(store.resolve("shredded/" + entered() + ".json")))
                .contains(request.toString(), "refused", "excessive")
                .doesNotContain("Beseda", "Maj");
    }

    private long entered() throws Exception {
        long number = number("select coalesce(max(number), 0) + 1 from shredded_request where ?1 is not null");
        List<Path> files;
        try (var all = Files.list(store.resolve("shredded"))) {
            files = all.toList();
        }
        for (Path file : files) {
            if (Files.readString(file).contains(request.toString())) {
                number = Long.parseLong(file.getFileName().toString().replace(".json", ""));
            }
        }
        return number;
    }

    private void keyPair() {
        QuarkusTransaction.requiringNew().run(() -> keys.keyPair(request));
    }

    private long number(String query) {
        return staged.number(query, request);
    }

    private void execute(String statement) {
        QuarkusTransaction.requiringNew().run(() -> {
            var query = database.createNativeQuery(statement.replace("?1", "'" + request + "'"));
            query.executeUpdate();
        });
    }
}
