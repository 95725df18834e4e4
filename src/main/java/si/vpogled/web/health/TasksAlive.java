package si.vpogled.web.health;

import jakarta.inject.Singleton;
import java.time.Duration;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Liveness;
import si.vpogled.schedule.Pulse;

/** Alone what a restart mends: whoever looks for work is stuck or gone. A database that is away does not stop it. */
@Liveness
@Singleton
class TasksAlive implements HealthCheck {
    private static final Duration STUCK = Duration.ofMinutes(5);

    private final Pulse pulse;

    TasksAlive(Pulse pulse) {
        this.pulse = pulse;
    }

    @Override
    public HealthCheckResponse call() {
        return pulse.within(STUCK)
                ? HealthCheckResponse.up("tasks")
                : HealthCheckResponse.named("tasks")
                        .down()
                        .withData("why", "What looks for follow-up work is stuck: this process is to be restarted.")
                        .build();
    }
}
