package si.vpogled.durability;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.awaitility.Awaitility;
import si.vpogled.demo.server.PostgresServer;

/** A look at the service's database from beside it. {@code :case} in queries is the id of a request. */
record ServiceDatabase(PostgresServer server, String name) {
    static final String NAME = "vpogled";

    ServiceDatabase(PostgresServer server) {
        this(server, NAME);
    }

    /** The first column, as text. */
    List<String> column(String query, String reference) {
        String asked = query.replace(":case", "(select id from request where reference = ?)");
        try (Connection connection = server.connect(name);
                PreparedStatement statement = connection.prepareStatement(asked)) {
            for (int i = 1; i <= statement.getParameterMetaData().getParameterCount(); i++) {
                statement.setString(i, reference);
            }
            try (ResultSet rows = statement.executeQuery()) {
                List<String> values = new ArrayList<>();
                while (rows.next()) {
                    values.add(rows.getString(1));
                }
                return values;
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Waits until a query finds something. */
    void await(String what, String query, String reference) {
        Awaitility.await(what)
                .dontCatchUncaughtExceptions()
                .atMost(Duration.ofMinutes(2))
                .pollDelay(Duration.ZERO)
                .pollInterval(Duration.ofMillis(20))
                .until(() -> !column(query, reference).isEmpty());
    }

    void awaitRun(String reference, String connector, String condition) {
        await(
                connector + " with " + condition,
                "select connector from run where request_id = :case and connector = '" + connector + "' and "
                        + condition,
                reference);
    }

    void awaitAssembling(String reference) {
        await(
                "an assembly has begun",
                "select id::text from bundle where request_id = :case and attempt > 0",
                reference);
    }
}
