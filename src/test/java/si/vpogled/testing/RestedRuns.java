package si.vpogled.testing;

import io.quarkus.test.junit.callback.QuarkusTestAfterAllCallback;
import io.quarkus.test.junit.callback.QuarkusTestContext;
import jakarta.enterprise.inject.spi.CDI;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;

/** A run that a test left under way, without a task that would end it, takes no place from the tests that follow. */
public final class RestedRuns implements QuarkusTestAfterAllCallback {
    private static final String REST = """
            update run set state = 'CANCELLED' where state = 'RUNNING'
              and not exists (select from scheduled_tasks where starts_with(task_instance, run.id || '/') and picked)""";

    @Override
    public void afterAll(QuarkusTestContext context) {
        DataSource database = CDI.current().select(DataSource.class).get();
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            statement.executeUpdate(REST);
        } catch (SQLException e) {
            throw new IllegalStateException("Runs are not brought to rest", e);
        }
    }
}
