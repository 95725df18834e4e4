package si.vpogled.erasure;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.InstantSource;
import java.util.Map;
import si.vpogled.request.Action;
import si.vpogled.request.Actor;
import si.vpogled.request.CaseException;
import si.vpogled.request.CaseException.Problem;
import si.vpogled.request.History;
import si.vpogled.request.MoveCase;
import si.vpogled.request.RequestCase;
import si.vpogled.request.Role;
import si.vpogled.request.State;

/** Somebody else than whoever made it approves a plan, and nothing but that plan, which begins the erasure. */
@ApplicationScoped
public class ApprovePlan {
    private final MoveCase cases;
    private final Plans plans;
    private final DrawUpPlan draw;
    private final ErasureGroups groups;
    private final History history;
    private final InstantSource clock;

    ApprovePlan(
            MoveCase cases, Plans plans, DrawUpPlan draw, ErasureGroups groups, History history, InstantSource clock) {
        this.cases = cases;
        this.plans = plans;
        this.draw = draw;
        this.groups = groups;
        this.history = history;
        this.clock = clock;
    }

    /** What came of it. */
    public enum Approval {
        APPROVED,
        /** By now the law gives other verdicts than when the plan was made: there is a new one, to be proposed again. */
        PLANNED_ANEW
    }

    /** @param seen hash of the plan that was looked at */
    @Transactional
    public Approval approve(String reference, Actor actor, String seen) {
        actor.require(Role.APPROVER);
        RequestCase found = cases.lock(reference);
        State.AwaitingApproval waiting = found.require(State.AwaitingApproval.class);
        SeenPlan.require(found, seen);
        Plan plan = plans.current(found.id()).orElseThrow(() -> new CaseException(Problem.PLAN_CHANGED, ""));
        OwnCase own =
                new OwnCase(waiting.proposedBy(), found.assignee(), plan, plans.of(found.id()), history.of(found.id()));
        if (own.isOf(actor)) {
            throw new CaseException(Problem.OWN_CASE, "");
        }
        Plan today = draw.draw(found);
        if (!today.agreesWith(plan)) {
            planAnew(found, today);
            return Approval.PLANNED_ANEW;
        }
        plans.approved(found.id(), actor);
        groups.replace(plan, seen);
        cases.move(
                found.id(),
                State.AwaitingApproval.class,
                state -> state.approve(clock.instant()),
                actor,
                Action.PLAN_APPROVED,
                Map.of("plan", seen));
        return Approval.APPROVED;
    }

    private void planAnew(RequestCase found, Plan today) {
        String hash = plans.keep(today, Actor.system());
        cases.move(
                found.id(),
                State.AwaitingApproval.class,
                waiting -> waiting.changed(clock.instant(), hash),
                Actor.system(),
                Action.PLANNED,
                Map.of("plan", hash));
    }
}
