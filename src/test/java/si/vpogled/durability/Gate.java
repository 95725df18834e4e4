package si.vpogled.durability;

import static org.awaitility.Awaitility.await;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import si.vpogled.demo.server.PostgresServer;

/**
 * Holds whoever writes a certain row, within the transaction, for as long as a test wants: a trigger that waits for a
 * lock which the test has.
 */
final class Gate implements AutoCloseable {
    private static final long LOCK = 0x6761_7465L;

    private final Connection keeper;
    private final String table;

    private Gate(Connection keeper, String table) {
        this.keeper = keeper;
        this.table = table;
    }

    /**
     * @param event {@code insert} or {@code update}
     * @param condition over {@code new}
     */
    static Gate before(PostgresServer server, String table, String event, String condition) {
        try {
            Gate gate = new Gate(server.connect(ServiceDatabase.NAME), table);
            gate.run("select pg_advisory_lock(" + LOCK + ")");
            gate.run("""
                    create or replace function gate() returns trigger language plpgsql as
                    $$ begin perform pg_advisory_xact_lock_shared(%d); return new; end $$""".formatted(LOCK));
            gate.run("create or replace trigger gate before %s on %s for each row when (%s) execute function gate()"
                    .formatted(event, table, condition));
            return gate;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Returns once somebody stands before the gate. */
    Gate awaitHeld() {
        await("somebody writes " + table)
                .atMost(Duration.ofMinutes(2))
                .pollInterval(Duration.ofMillis(20))
                .until(this::held);
        return this;
    }

    private boolean held() throws SQLException {
        try (Statement statement = keeper.createStatement();
                ResultSet rows = statement.executeQuery(
                        "select 1 from pg_locks where locktype = 'advisory' and not granted and objid = " + LOCK)) {
            return rows.next();
        }
    }

    /** Lets everybody through from now on. */
    void open() {
        run("select pg_advisory_unlock_all()");
    }

    private void run(String statement) {
        try (Statement one = keeper.createStatement()) {
            one.execute(statement);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        open();
        run("drop trigger if exists gate on " + table);
        try {
            keeper.close();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
