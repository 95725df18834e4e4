package si.vpogled.connector.jdbc;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import si.vpogled.connector.ConnectorException;
import si.vpogled.connector.Eraser;
import si.vpogled.connector.FaultKind;
import si.vpogled.connector.Period;
import si.vpogled.connector.Source.Bindings;

/** Runs one statement, commits it, and tells of it: what was cut off before was never done. */
final class JdbcEraser implements Eraser {
    private final Dialect dialect;
    private final JdbcAccess access;
    private final JdbcFaults faults;
    private volatile Connection connection;
    private volatile boolean closed;

    JdbcEraser(Dialect dialect, JdbcAccess access) {
        this.dialect = dialect;
        this.access = access;
        this.faults = new JdbcFaults(access.place());
    }

    Connection connect() throws ConnectorException {
        if (closed) {
            throw new ConnectorException(FaultKind.UNAVAILABLE, "The run has ended");
        }
        try {
            if (connection == null || connection.isClosed()) {
                connection = dialect.connectToWrite(access);
            }
            return connection;
        } catch (SQLException e) {
            throw faults.of(e);
        }
    }

    @Override
    public void erase(ObjectNode means, Scope scope, Progress progress) throws ConnectorException {
        if (scope.period() instanceof Period.Undated) {
            throw new ConnectorException(
                    FaultKind.MISCONFIGURED,
                    "Records without a day are in no year that a statement or a call could name: give them their day first");
        }
        long changed = committed(
                means,
                (statement, at, name) -> {
                    switch (name) {
                        case "most" -> statement.setLong(at, scope.most());
                        case "from" ->
                            statement.setString(at, scope.period().firstDay().toString());
                        case "to" ->
                            statement.setString(at, scope.period().lastDay().toString());
                        default -> statement.setString(at, scope.bindings().value(name));
                    }
                },
                scope.most());
        if (changed > 0) {
            progress.erased(changed);
        }
    }

    @Override
    public void tell(ObjectNode means, Bindings bindings) throws ConnectorException {
        committed(means, (statement, at, name) -> statement.setString(at, bindings.value(name)), Long.MAX_VALUE);
    }

    private interface Binding {
        void bind(PreparedStatement statement, int at, String name) throws SQLException;
    }

    private long committed(ObjectNode means, Binding binding, long most) throws ConnectorException {
        JdbcQuery query = JdbcQuery.parse(means.path("statement").asText());
        boolean complete = false;
        try (PreparedStatement statement = connect().prepareStatement(query.sql())) {
            for (int i = 0; i < query.names().size(); i++) {
                binding.bind(statement, i + 1, query.names().get(i));
            }
            long changed = statement.executeUpdate();
            if (changed > most) {
                throw new ConnectorException(
                        FaultKind.DEFECT,
                        "A statement changed " + changed + " records where it may change " + most
                                + ", and was rolled back: have it end at :most");
            }
            connection.commit();
            complete = true;
            return changed;
        } catch (SQLException e) {
            throw faults.toWrite(e);
        } finally {
            if (!complete) {
                giveUp();
            }
        }
    }

    /** Without a commit nothing was done; the server rolls it back when the connection ends. */
    private void giveUp() {
        Connection current = connection;
        if (current != null) {
            try {
                current.abort(Runnable::run);
            } catch (SQLException e) {
                // it is given up anyway; the fault that led here is the one to tell
            }
        }
    }

    @Override
    public void close() {
        closed = true;
        giveUp();
    }
}
