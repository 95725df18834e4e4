package si.vpogled.demo.backend;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Collections;

/** Inserts many rows into one table. */
public final class Rows implements AutoCloseable {
    private static final int BATCH = 500;

    private final PreparedStatement statement;
    private int waiting;

    private Rows(PreparedStatement statement) {
        this.statement = statement;
    }

    /** @param columns names, separated by commas */
    public static Rows into(Connection connection, String table, String columns) throws SQLException {
        String marks = String.join(", ", Collections.nCopies(columns.split(",").length, "?"));
        return new Rows(
                connection.prepareStatement("insert into " + table + " (" + columns + ") values (" + marks + ")"));
    }

    public void add(Object... values) throws SQLException {
        for (int i = 0; i < values.length; i++) {
            statement.setObject(i + 1, values[i]);
        }
        statement.addBatch();
        if (++waiting == BATCH) {
            flush();
        }
    }

    private void flush() throws SQLException {
        statement.executeBatch();
        waiting = 0;
    }

    @Override
    public void close() throws SQLException {
        if (waiting > 0) {
            flush();
        }
        statement.close();
    }
}
