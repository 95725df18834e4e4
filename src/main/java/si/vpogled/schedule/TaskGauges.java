package si.vpogled.schedule;

import io.agroal.api.AgroalDataSource;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.function.ToDoubleFunction;

/** How much follow-up work waits and is under way: of all processes together, so that each of them says the same. */
@Singleton
class TaskGauges implements MeterBinder {
    private static final String TASKS = """
            select count(*) filter (where not picked and execution_time <= ?),
                   count(*) filter (where picked),
                   count(*) filter (where not picked and execution_time > ?),
                   min(execution_time) filter (where not picked and execution_time <= ?),
                   count(*) filter (where consecutive_failures >= 5)
              from scheduled_tasks""";

    private final AgroalDataSource database;
    private final InstantSource clock;
    private final RecentReading<Queue> queue;

    TaskGauges(AgroalDataSource database, InstantSource clock, MetricsConfig config) {
        this.database = database;
        this.clock = clock;
        this.queue = new RecentReading<>(this::read, config.recent());
    }

    /** @param oldest for how long the one waits that waits longest */
    private record Queue(long due, long running, long later, long failing, Duration oldest) {}

    @Override
    public void bindTo(MeterRegistry registry) {
        tasks(registry, "due", Queue::due);
        tasks(registry, "running", Queue::running);
        tasks(registry, "later", Queue::later);
        tasks(registry, "failing", Queue::failing);
        Gauge.builder(
                        "vpogled.tasks.oldest.due",
                        () -> told(waiting -> waiting.oldest().toMillis() / 1000.0))
                .baseUnit("seconds")
                .description("For how long the task waits that waits longest, of those whose time has come")
                .register(registry);
    }

    private void tasks(MeterRegistry registry, String state, ToDoubleFunction<Queue> count) {
        Gauge.builder("vpogled.tasks", () -> told(count))
                .description(
                        "Tasks whose time has come, that are being done, whose time is to come, and of all these, that failed five"
                                + " times or more in a row")
                .tag("state", state)
                .register(registry);
    }

    private double told(ToDoubleFunction<Queue> what) {
        return queue.get().map(what::applyAsDouble).orElse(Double.NaN);
    }

    private Queue read() {
        Instant now = clock.instant();
        try (Connection connection = database.getConnection();
                PreparedStatement statement = connection.prepareStatement(TASKS)) {
            for (int number = 1; number <= 3; number++) {
                statement.setObject(number, now.atOffset(ZoneOffset.UTC));
            }
            try (ResultSet rows = statement.executeQuery()) {
                rows.next();
                Duration oldest = Optional.ofNullable(rows.getObject(4, OffsetDateTime.class))
                        .map(since -> Duration.between(since.toInstant(), now))
                        .orElse(Duration.ZERO);
                return new Queue(rows.getLong(1), rows.getLong(2), rows.getLong(3), rows.getLong(5), oldest);
            }
        } catch (SQLException e) {
            throw new IllegalStateException("Tasks cannot be counted", e);
        }
    }
}
