package si.vpogled.web.health;

import jakarta.inject.Singleton;
import java.time.Duration;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;
import si.vpogled.schedule.Pulse;

/** Who looks for no follow-up work should not be relied on. */
@Readiness
@Singleton
class TasksReady implements HealthCheck {
    private static final Duration SILENT = Duration.ofSeconds(60);

    private final Pulse pulse;

    TasksReady(Pulse pulse) {
        this.pulse = pulse;
    }

    @Override
    public HealthCheckResponse call() {
        return pulse.within(SILENT)
                ? HealthCheckResponse.up("tasks")
                : HealthCheckResponse.named("tasks")
                        .down()
                        .withData(
                                "why",
                                "This process has not looked for follow-up work for a minute. If its database answers,"
                                        + " restart it; other processes do the work meanwhile.")
                        .build();
    }
}
