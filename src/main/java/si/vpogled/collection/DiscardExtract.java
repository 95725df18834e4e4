package si.vpogled.collection;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.time.InstantSource;
import java.util.Collection;
import java.util.Optional;
import java.util.UUID;
import si.vpogled.connector.Fault;

/** What a connector brought cannot be used: it counts as failed, and can be asked again. Within a transaction, case locked. */
@ApplicationScoped
public class DiscardExtract {
    private final Runs.Rows runs;
    private final InstantSource clock;

    DiscardExtract(Runs.Rows runs, InstantSource clock) {
        this.runs = runs;
        this.clock = clock;
    }

    public void discard(UUID request, Collection<String> connectors, Fault fault) {
        runs
                .find("request = ?1 and connector in ?2", request, connectors)
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .stream()
                .filter(run -> run.state.ended())
                .forEach(run -> fail(run, fault));
    }

    private void fail(RunEntity run, Fault fault) {
        run.state = RunState.FAILED;
        run.fault(Optional.of(fault));
        run.failingSince = clock.instant();
        run.outcome = null;
        run.extractKey = null;
        run.extractAttempt = null;
    }
}
