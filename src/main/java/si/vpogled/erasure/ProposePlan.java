package si.vpogled.erasure;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import si.vpogled.collection.Run;
import si.vpogled.collection.RunState;
import si.vpogled.collection.Runs;
import si.vpogled.request.Action;
import si.vpogled.request.Actor;
import si.vpogled.request.CaseException;
import si.vpogled.request.MoveCase;
import si.vpogled.request.RequestCase;
import si.vpogled.request.Role;
import si.vpogled.request.State;

/** Puts a plan before somebody else to approve. Not before every source has said what it holds. */
@ApplicationScoped
public class ProposePlan {
    private final MoveCase cases;
    private final Plans plans;
    private final Runs runs;
    private final InstantSource clock;

    ProposePlan(MoveCase cases, Plans plans, Runs runs, InstantSource clock) {
        this.cases = cases;
        this.plans = plans;
        this.runs = runs;
        this.clock = clock;
    }

    /** @param seen hash of the plan that was looked at */
    @Transactional
    public void propose(String reference, Actor actor, String seen) {
        actor.require(Role.CLERK, Role.APPROVER);
        RequestCase found = cases.lock(reference);
        found.require(State.Planned.class);
        SeenPlan.require(found, seen);
        List<String> silent = runs.of(found.id()).stream()
                .filter(run -> run.state() == RunState.FAILED)
                .map(Run::connector)
                .toList();
        if (!silent.isEmpty()) {
            throw new CaseException(CaseException.Problem.PLAN_INCOMPLETE, String.join(", ", silent));
        }
        plans.proposed(found.id(), actor);
        cases.move(
                found.id(),
                State.Planned.class,
                planned -> planned.propose(clock.instant(), actor.name()),
                actor,
                Action.PLAN_PROPOSED,
                Map.of("plan", seen));
    }
}
