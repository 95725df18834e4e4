package si.vpogled.connector.jdbc;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import si.vpogled.connector.ConnectorException;
import si.vpogled.connector.FaultKind;
import si.vpogled.connector.Source;
import si.vpogled.connector.Visitor;

/**
 * One connection at a time. A read that does not come to its end gives its connection up, because what follows on it
 * is uncertain (PostgreSQL refuses it, MariaDB would first read the rest); the next read opens another.
 */
final class JdbcSource implements Source {
    private final Dialect dialect;
    private final JdbcAccess access;
    private final JdbcFaults faults;
    private volatile Connection connection;
    private volatile PreparedStatement running;
    private volatile boolean closed;

    JdbcSource(Dialect dialect, JdbcAccess access) {
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
                connection = dialect.connect(access);
            }
            return connection;
        } catch (SQLException e) {
            throw faults.of(e);
        }
    }

    @Override
    public void test(ObjectNode read, Collection<String> fields) throws ConnectorException {
        JdbcQuery query = JdbcQuery.parse(read.path("query").asText());
        try (PreparedStatement statement = connect().prepareStatement(query.sql())) {
            if (statement.getMetaData() == null) {
                throw new ConnectorException(FaultKind.MISCONFIGURED, "The query is not one that answers with rows");
            }
            JdbcColumns columns = new JdbcColumns(statement.getMetaData());
            for (String field : fields) {
                columns.index(field);
            }
            dialect.rehearse(connection, query);
        } catch (SQLException e) {
            giveUp();
            throw faults.of(e);
        }
    }

    @Override
    public void read(ObjectNode read, Bindings bindings, Visitor visitor) throws ConnectorException {
        JdbcQuery query = JdbcQuery.parse(read.path("query").asText());
        boolean complete = false;
        try (PreparedStatement statement = connect().prepareStatement(query.sql())) {
            running = statement;
            FetchSize fetchSize = dialect.fetchSize(access.times().rows());
            statement.setFetchSize(fetchSize.current());
            for (int i = 0; i < query.names().size(); i++) {
                statement.setString(i + 1, bindings.value(query.names().get(i)));
            }
            visit(statement, fetchSize, visitor);
            complete = true;
        } catch (SQLException e) {
            throw faults.of(e);
        } finally {
            running = null;
            if (!complete) {
                giveUp();
            }
        }
    }

    private void visit(PreparedStatement statement, FetchSize fetchSize, Visitor visitor)
            throws SQLException, ConnectorException {
        boolean complete = false;
        ResultSet result = statement.executeQuery();
        try {
            JdbcRow row = new JdbcRow(result, faults, new JdbcColumns(result.getMetaData()));
            while (result.next()) {
                if (closed || Thread.currentThread().isInterrupted()) {
                    throw new ConnectorException(FaultKind.UNAVAILABLE, "The run was stopped");
                }
                row.next();
                visitor.row(row);
                if (fetchSize.saw(row.size())) {
                    result.setFetchSize(fetchSize.current());
                }
            }
            complete = true;
        } finally {
            if (complete) {
                result.close();
            } else {
                giveUp();
            }
        }
    }

    /** Ends the connection without a farewell, at once. */
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
        PreparedStatement statement = running;
        try {
            if (statement != null) {
                // so that the server stops as well
                statement.cancel();
                giveUp();
            } else if (connection != null) {
                connection.close();
            }
        } catch (SQLException e) {
            giveUp();
        }
    }
}
