package si.vpogled.storage.setup;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Set;
import java.util.concurrent.Executor;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.callback.Callback;
import org.flywaydb.core.api.callback.Context;
import org.flywaydb.core.api.callback.Event;

/** Lets a migration take as long as it takes: on its connection, silence is not taken for a database that is gone. */
public final class MigrationTime implements Callback {
    private static final Set<Event> AROUND_EACH =
            Set.of(Event.BEFORE_EACH_MIGRATE, Event.AFTER_EACH_MIGRATE, Event.AFTER_EACH_MIGRATE_ERROR);
    private static final Executor AT_ONCE = Runnable::run;
    private static final int WITHOUT_END = 0;

    private int usual;

    @Override
    public boolean supports(Event event, Context context) {
        return AROUND_EACH.contains(event);
    }

    @Override
    public boolean canHandleInTransaction(Event event, Context context) {
        return true;
    }

    @Override
    public void handle(Event event, Context context) {
        try {
            Connection connection = context.getConnection();
            if (event == Event.BEFORE_EACH_MIGRATE) {
                usual = connection.getNetworkTimeout();
                connection.setNetworkTimeout(AT_ONCE, WITHOUT_END);
            } else {
                connection.setNetworkTimeout(AT_ONCE, usual);
            }
        } catch (SQLException e) {
            throw new FlywayException("The time that a migration may take cannot be set", e);
        }
    }

    @Override
    public String getCallbackName() {
        return "migration-time";
    }
}
