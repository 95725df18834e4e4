package si.vpogled.collection;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.time.InstantSource;
import java.util.Collection;
import java.util.Optional;
import java.util.UUID;
import si.vpogled.connector.Fault;
import si.vpogled.connector.Order;

/** What a connector brought cannot be used: it counts as failed, and can be asked again. Within a transaction, case locked. */
@ApplicationScoped
public class DiscardExtract {
    private final Runs.Rows runs;
    private final InstantSource clock;

    DiscardExtract(Runs.Rows runs, InstantSource clock) {
        this.runs = runs;
        this.clock = clock;
    }

    /** Also of connectors that were never asked, because they answered for nothing when the collection began. */
    public void discard(UUID request, Collection<String> connectors, Fault fault) {
        for (String connector : connectors) {
            RunEntity run = find(request, connector).orElseGet(() -> missing(request, connector));
            if (run.state.ended()) {
                run.fail(fault, clock.instant());
            }
        }
    }

    private Optional<RunEntity> find(UUID request, String connector) {
        return runs.find("request = ?1 and connector = ?2", request, connector)
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .firstResultOptional();
    }

    private RunEntity missing(UUID request, String connector) {
        RunEntity run = RunEntity.waiting(request, connector, Order.Operation.COLLECT);
        run.state = RunState.FAILED;
        runs.persist(run);
        return run;
    }
}
