package si.vpogled.web.health;

import io.agroal.api.AgroalDataSource;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/** Without the database nothing goes on. */
@Readiness
@Singleton
class DatabaseReady implements HealthCheck {
    private static final String AWAY =
            "The database does not answer. Is PostgreSQL up and reachable, has it connections left,"
                    + " and are QUARKUS_DATASOURCE_JDBC_URL, …_USERNAME and …_PASSWORD right? Cases wait and go on by themselves.";

    private final AgroalDataSource database;
    private final Asking asking = new Asking("database", this::ask, _ -> AWAY);

    DatabaseReady(AgroalDataSource database) {
        this.database = database;
    }

    @Override
    public HealthCheckResponse call() {
        return asking.answer();
    }

    private boolean ask() throws SQLException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            return statement.execute("select 1");
        }
    }
}
