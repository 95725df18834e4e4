package si.vpogled.request.chain;

import io.agroal.api.AgroalDataSource;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import si.vpogled.schedule.MetricsConfig;
import si.vpogled.schedule.RecentReading;

/** What the last check of the history found, whichever process did it. */
@Singleton
class HistoryGauges implements MeterBinder {
    private static final String LAST = "select breaks, checked_at from history_check order by id desc limit 1";

    private final AgroalDataSource database;
    private final RecentReading<Optional<Last>> last;

    HistoryGauges(AgroalDataSource database, MetricsConfig config) {
        this.database = database;
        this.last = new RecentReading<>(this::read, config.recent());
    }

    private record Last(long breaks, long seconds) {}

    @Override
    public void bindTo(MeterRegistry registry) {
        Gauge.builder("vpogled.history.breaks", () -> told(Last::breaks))
                .description("Breaks that the last check of the history found")
                .register(registry);
        Gauge.builder("vpogled.history.checked.timestamp", () -> told(Last::seconds))
                .baseUnit("seconds")
                .description("When the history was checked last")
                .register(registry);
    }

    private double told(ToDoubleFunction<Last> what) {
        return last.get().flatMap(found -> found).map(what::applyAsDouble).orElse(Double.NaN);
    }

    private Optional<Last> read() {
        try (Connection connection = database.getConnection();
                PreparedStatement statement = connection.prepareStatement(LAST);
                ResultSet rows = statement.executeQuery()) {
            return rows.next()
                    ? Optional.of(new Last(
                            rows.getLong(1),
                            rows.getObject(2, OffsetDateTime.class).toEpochSecond()))
                    : Optional.empty();
        } catch (SQLException e) {
            throw new IllegalStateException("The last check of the history cannot be read", e);
        }
    }
}
