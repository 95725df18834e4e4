package si.vpogled.fulfilment;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import si.vpogled.request.Action;
import si.vpogled.request.Actor;
import si.vpogled.request.MoveCase;
import si.vpogled.request.State;
import si.vpogled.schedule.TaskHandler;

/** Ends a request that nobody confirmed. */
@ApplicationScoped
class ExpireTask implements TaskHandler {
    static final String TASK = "expire";

    private final MoveCase cases;
    private final InstantSource clock;

    ExpireTask(MoveCase cases, InstantSource clock) {
        this.cases = cases;
        this.clock = clock;
    }

    @Override
    public String task() {
        return TASK;
    }

    @Override
    public Optional<Instant> run(String instance) {
        UUID request = UUID.fromString(instance);
        QuarkusTransaction.requiringNew().run(() -> {
            if (cases.lock(request).state() instanceof State.AwaitingConfirmation) {
                cases.move(
                        request,
                        State.AwaitingConfirmation.class,
                        waiting -> waiting.expire(clock.instant()),
                        Actor.system(),
                        Action.NOT_CONFIRMED,
                        Map.of());
            }
        });
        return Optional.empty();
    }
}
