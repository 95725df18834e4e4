package si.vpogled.fulfilment;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import si.vpogled.law.TimeLimit;
import si.vpogled.request.Action;
import si.vpogled.request.Actor;
import si.vpogled.request.Limits;
import si.vpogled.request.MoveCase;
import si.vpogled.request.State;
import si.vpogled.schedule.TaskHandler;

/** The day has come on which what a law or a claim kept may go: it goes as was approved, and is proved as all else was. */
@ApplicationScoped
class EraseRemainderTask implements TaskHandler {
    static final String TASK = "erase-remainder";

    private final MoveCase cases;
    private final InstantSource clock;

    EraseRemainderTask(MoveCase cases, InstantSource clock) {
        this.cases = cases;
        this.clock = clock;
    }

    static String instance(UUID request, State.Remaining remaining) {
        return request + "/" + remaining.next();
    }

    @Override
    public String task() {
        return TASK;
    }

    @Override
    public Optional<Instant> run(String instance) {
        UUID request = UUID.fromString(instance.split("/")[0]);
        return QuarkusTransaction.requiringNew().call(() -> due(request, instance));
    }

    /** A clock that was put back makes it wait for the day again. */
    private Optional<Instant> due(UUID request, String instance) {
        if (!(cases.lock(request).state() instanceof State.Remaining remaining)
                || !instance(request, remaining).equals(instance)) {
            return Optional.empty();
        }
        if (remaining.next().isAfter(Limits.day(clock.instant()))) {
            return Optional.of(remaining.next().atStartOfDay(TimeLimit.ZONE).toInstant());
        }
        cases.move(
                request,
                State.Remaining.class,
                state -> state.due(clock.instant()),
                Actor.system(),
                Action.REMAINDER_DUE,
                Map.of());
        return Optional.empty();
    }
}
