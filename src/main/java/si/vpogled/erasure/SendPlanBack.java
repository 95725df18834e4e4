package si.vpogled.erasure;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.InstantSource;
import java.util.Map;
import java.util.UUID;
import si.vpogled.request.Action;
import si.vpogled.request.Actor;
import si.vpogled.request.AddNote;
import si.vpogled.request.MoveCase;
import si.vpogled.request.RequestCase;
import si.vpogled.request.Role;
import si.vpogled.request.State;

/** An approver does not approve a plan as it is, and says why. */
@ApplicationScoped
public class SendPlanBack {
    private final MoveCase cases;
    private final AddNote notes;
    private final InstantSource clock;

    SendPlanBack(MoveCase cases, AddNote notes, InstantSource clock) {
        this.cases = cases;
        this.notes = notes;
        this.clock = clock;
    }

    /**
     * @param seen hash of the plan that was looked at
     * @param reason for whoever proposed it; kept as a note
     * @param once tells this sending back from another, so that one that is sent twice is done once
     */
    @Transactional
    public void sendBack(String reference, Actor actor, String seen, String reason, UUID once) {
        actor.require(Role.APPROVER);
        RequestCase found = cases.lock(reference);
        found.require(State.AwaitingApproval.class);
        SeenPlan.require(found, seen);
        notes.add(reference, actor, reason, once);
        cases.move(
                found.id(),
                State.AwaitingApproval.class,
                waiting -> waiting.sendBack(clock.instant()),
                actor,
                Action.PLAN_SENT_BACK,
                Map.of("plan", seen));
    }
}
