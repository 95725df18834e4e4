package si.vpogled.fulfilment;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import si.vpogled.collection.Collect;
import si.vpogled.collection.ErasureSteps;
import si.vpogled.collection.Runs;
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
    private final ErasureSteps steps;
    private final Runs runs;
    private final InstantSource clock;

    RetryConnector(MoveCase cases, Collect collect, ErasureSteps steps, Runs runs, InstantSource clock) {
        this.cases = cases;
        this.collect = collect;
        this.steps = steps;
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
        if (runs.of(found.id()).stream().noneMatch(run -> run.connector().equals(connector))) {
            throw new CaseException(CaseException.Problem.UNKNOWN_CONNECTOR, connector);
        }
        switch (found.state()) {
            case State.Planned _ -> {
                require(collect.again(found.id(), connector), connector);
                move(found, State.Planned.class, planned -> planned.retry(clock.instant()), actor, connector);
            }
            case State.Executing _, State.Proving _ -> {
                require(steps.again(found.id(), connector), connector);
                cases.note(found.id(), actor, Action.CONNECTOR_RETRIED, Map.of("connector", connector));
            }
            case State.InReview _ -> {
                require(collect.again(found.id(), connector), connector);
                move(found, State.InReview.class, review -> review.retry(clock.instant()), actor, connector);
            }
            case State.AwaitingConfirmation _,
                    State.AwaitingDecision _,
                    State.Collecting _,
                    State.Assembling _,
                    State.AwaitingApproval _,
                    State.Ready _,
                    State.Remaining _,
                    State.Closed _ ->
                throw new CaseException(CaseException.Problem.WRONG_STATE, found.state().key());
        }
    }

    private static void require(boolean done, String connector) {
        if (!done) {
            throw new CaseException(CaseException.Problem.NOTHING_TO_RETRY, connector);
        }
    }

    private <S extends State> void move(
            RequestCase found, Class<S> from, MoveCase.Step<S> step, Actor actor, String connector) {
        cases.move(found.id(), from, step, actor, Action.CONNECTOR_RETRIED, Map.of("connector", connector));
    }

    private boolean askedSince(RequestCase found, String connector, int seen) {
        return runs.of(found.id()).stream()
                .filter(run -> run.connector().equals(connector))
                .anyMatch(run -> run.attempt() > seen || !run.state().ended());
    }
}
