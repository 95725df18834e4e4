package si.vpogled.storage.setup;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.flywaydb.core.api.callback.Context;
import org.flywaydb.core.api.callback.Event;
import org.junit.jupiter.api.Test;

/** A connection falls silent for as long as a migration takes; everywhere else silence has an end. */
class MigrationTimeTest {
    private final List<Integer> set = new ArrayList<>(List.of(120_000));
    private final MigrationTime time = new MigrationTime();

    @Test
    void a_migration_may_take_as_long_as_it_takes_and_what_follows_on_its_connection_may_not() {
        around(Event.BEFORE_EACH_MIGRATE);
        assertThat(set.getLast()).as("without end").isZero();

        around(Event.AFTER_EACH_MIGRATE);
        assertThat(set.getLast()).isEqualTo(120_000);
    }

    @Test
    void nor_may_what_follows_one_that_failed() {
        around(Event.BEFORE_EACH_MIGRATE);
        around(Event.AFTER_EACH_MIGRATE_ERROR);

        assertThat(set.getLast()).isEqualTo(120_000);
        assertThat(Stream.of(Event.values()).filter(event -> time.supports(event, context())))
                .containsExactlyInAnyOrder(
                        Event.BEFORE_EACH_MIGRATE, Event.AFTER_EACH_MIGRATE, Event.AFTER_EACH_MIGRATE_ERROR);
    }

    private void around(Event event) {
        time.handle(event, context());
    }

    private Context context() {
        return as(Context.class, "getConnection", as(Connection.class, "getNetworkTimeout", null));
    }

    /** @param answer what the named method gives; without it the time that was set last */
    private <T> T as(Class<T> type, String method, Object answer) {
        return type.cast(Proxy.newProxyInstance(
                getClass().getClassLoader(), new Class<?>[] {type}, (_, called, arguments) -> {
                    if (called.getName().equals("setNetworkTimeout")) {
                        set.add((Integer) arguments[1]);
                        return null;
                    }
                    assertThat(called.getName()).isEqualTo(method);
                    return answer == null ? set.getLast() : answer;
                }));
    }
}
