package si.vpogled.request;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.function.Predicate;
import si.vpogled.request.CaseFigures.Open;
import si.vpogled.request.CaseFigures.Urgency;
import si.vpogled.schedule.MetricsConfig;
import si.vpogled.schedule.RecentReading;

/** Cases whose answer is to be given: of the database, so that each process says the same. */
@Singleton
class CaseGauges implements MeterBinder {
    private final RecentReading<List<Open>> open;

    CaseGauges(CountCases cases, MetricsConfig config) {
        this.open = new RecentReading<>(() -> QuarkusTransaction.requiringNew().call(cases::open), config.recent());
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        for (Right right : Right.values()) {
            State.KEYS.stream().filter(ListSql.Part.OPEN::holds).forEach(state -> byState(registry, right, state));
        }
        for (Urgency urgency : Urgency.values()) {
            Gauge.builder("vpogled.cases.open", () -> sum(group -> group.urgency() == urgency))
                    .description("Cases whose answer is to be given, by the days that are left for it")
                    .tag("days", days(urgency))
                    .register(registry);
        }
    }

    private void byState(MeterRegistry registry, Right right, String state) {
        Gauge.builder(
                        "vpogled.cases",
                        () -> sum(group ->
                                group.state().equals(state) && group.right().equals(right.key())))
                .description("Cases whose answer is to be given, by where they stand")
                .tag("right", right.key())
                .tag("state", state)
                .register(registry);
    }

    private double sum(Predicate<Open> which) {
        return open.get()
                .map(groups -> (double)
                        groups.stream().filter(which).mapToLong(Open::cases).sum())
                .orElse(Double.NaN);
    }

    private static String days(Urgency urgency) {
        return switch (urgency) {
            case OVERDUE -> "overdue";
            case NOW -> "0-3";
            case SOON -> "4-7";
            case NEXT -> "8-14";
            case LATER -> "15-";
        };
    }
}
