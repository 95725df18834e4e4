package si.vpogled.web.health;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import io.smallrye.health.api.Wellness;
import jakarta.inject.Singleton;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import si.vpogled.schedule.MetricsConfig;
import si.vpogled.schedule.RecentReading;
import si.vpogled.storage.ObjectStore;
import si.vpogled.storage.StoreException;

/**
 * Without the store no answer can be made or downloaded. All else goes on, the receipt of requests first of all, and all
 * replicas share the one store: so it is told to those who watch, and keeps nobody from being sent requests.
 */
@Wellness
@Singleton
class StoreWell implements HealthCheck, MeterBinder {
    private static final String AWAY =
            "The store of extracts and bundles cannot be used. Is its folder mounted, or its bucket"
                    + " reachable, as VPOGLED_STORE_… say? Cases wait and go on by themselves.";

    private final Asking asking;
    private final RecentReading<HealthCheckResponse> answers;

    StoreWell(ObjectStore store, MetricsConfig config) {
        this.asking = new Asking(
                "store",
                () -> {
                    store.check();
                    return true;
                },
                StoreWell::advice);
        this.answers = new RecentReading<>(this::call, config.recent());
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        Gauge.builder("vpogled.store.up", () -> isUp() ? 1 : 0)
                .description("Whether the store of extracts and bundles can be used")
                .register(registry);
    }

    private boolean isUp() {
        return answers.get()
                .filter(answer -> answer.getStatus() == HealthCheckResponse.Status.UP)
                .isPresent();
    }

    @Override
    public HealthCheckResponse call() {
        return asking.answer();
    }

    private static String advice(Throwable why) {
        return StoreException.among(why)
                .map(told -> AWAY + " " + told.getMessage())
                .orElse(AWAY);
    }
}
