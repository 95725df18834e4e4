package si.vpogled.fulfilment;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import si.vpogled.collection.Collect;
import si.vpogled.collection.Runs;
import si.vpogled.erasure.Execution;
import si.vpogled.request.Action;
import si.vpogled.request.Actor;
import si.vpogled.request.CaseException;
import si.vpogled.request.MoveCase;
import si.vpogled.request.RequestCase;
import si.vpogled.request.Role;
import si.vpogled.request.State;

/** Asks one connector again, and those that build on what it yields; the others keep what they found. */
@ApplicationScoped
public class RetryConnector {
    private final MoveCase cases;
    private final Collect collect;
    private final Execution execution;
    private final Runs runs;
    private final InstantSource clock;

    RetryConnector(MoveCase cases, Collect collect, Execution execution, Runs runs, InstantSource clock) {
        this.cases = cases;
        this.collect = collect;
        this.execution = execution;
        this.runs = runs;
        this.clock = clock;
    }

    /**
     * @param seen the attempt that was seen to have ended: where it was asked again since, nothing is left to do; empty
     *     where nobody says
     */
    @Transactional
    public void retry(String reference, Actor actor, String connector, Optional<Integer> seen) {
        actor.require(Role.CLERK, Role.APPROVER);
        RequestCase found = cases.lock(reference);
        if (seen.isPresent() && askedSince(found, connector, seen.get())) {
            return;
        }
        boolean erasing = erasing(found);
        if (runs.of(found.id()).stream().noneMatch(run -> run.connector().equals(connector))) {
            throw new CaseException(CaseException.Problem.UNKNOWN_CONNECTOR, connector);
        }
        if (!(erasing ? execution.again(found, connector) : collect.again(found.id(), connector))) {
            throw new CaseException(CaseException.Problem.NOTHING_TO_RETRY, connector);
        }
        Map<String, String> detail = Map.of("connector", connector);
        if (erasing) {
            cases.note(found.id(), actor, Action.CONNECTOR_RETRIED, detail);
        } else {
            cases.move(found.id(), State.Reviewed.class, this::back, actor, Action.CONNECTOR_RETRIED, detail);
        }
    }

    private State back(State.Reviewed reviewed) {
        return reviewed.retry(clock.instant());
    }

    /** Whether it is to go on erasing, or proving; else it is to look again. */
    private static boolean erasing(RequestCase found) {
        if (found.state() instanceof State.Executing || found.state() instanceof State.Proving) {
            return true;
        }
        found.require(State.Reviewed.class);
        return false;
    }

    private boolean askedSince(RequestCase found, String connector, int seen) {
        return runs.of(found.id()).stream()
                .filter(run -> run.connector().equals(connector))
                .anyMatch(run -> run.attempt() > seen || !run.state().ended());
    }
}
