package si.vpogled.erasure;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import si.vpogled.inventory.ItemId;
import si.vpogled.law.ErasureVerdict;
import si.vpogled.law.VerdictChange;
import si.vpogled.request.Action;
import si.vpogled.request.Actor;
import si.vpogled.request.CaseException;
import si.vpogled.request.CaseException.Problem;
import si.vpogled.request.Limits;
import si.vpogled.request.MoveCase;
import si.vpogled.request.RequestCase;
import si.vpogled.request.Role;
import si.vpogled.request.State;

/** Changes what becomes of one item of a group, as far as the law lets people; approved or not, it is approved anew. */
@ApplicationScoped
public class ChangeVerdict {
    private final MoveCase cases;
    private final Plans plans;
    private final DrawUpPlan draw;
    private final InstantSource clock;

    ChangeVerdict(MoveCase cases, Plans plans, DrawUpPlan draw, InstantSource clock) {
        this.cases = cases;
        this.plans = plans;
        this.draw = draw;
        this.clock = clock;
    }

    /**
     * @param seen hash of the plan that was looked at
     * @param line its key
     * @param reason why, for whoever approves and for the subject
     */
    public record Wish(String seen, String line, ItemId item, ErasureVerdict wanted, String reason) {}

    @Transactional
    public void change(String reference, Actor actor, Wish wish) {
        actor.require(Role.CLERK, Role.APPROVER);
        RequestCase found = cases.lock(reference);
        SeenPlan.require(found, wish.seen());
        Plan plan = plans.current(found.id()).orElseThrow(ChangeVerdict::unknown);
        PlanLine line = plan.line(wish.line()).orElseThrow(ChangeVerdict::unknown);
        ItemVerdict before = line.item(wish.item()).orElseThrow(ChangeVerdict::unknown);
        if (VerdictChange.refusal(before.ruled(), wish.wanted(), Limits.day(clock.instant()))
                .isPresent()) {
            throw new CaseException(Problem.VERDICT_NOT_ALLOWED, "");
        }
        ItemVerdict after = before.changed(new ItemVerdict.Change(wish.wanted(), actor.name(), wish.reason()));
        String hash = plans.keep(draw.writing().with(found, plan, replaced(line, after)), actor);
        move(found, actor, wish.item(), hash);
    }

    private static PlanLine replaced(PlanLine line, ItemVerdict after) {
        List<ItemVerdict> items = line.items().stream()
                .map(item -> item.item().equals(after.item()) ? after : item)
                .toList();
        return new PlanLine(
                line.connector(),
                line.group(),
                line.records(),
                line.first(),
                line.last(),
                items,
                line.now(),
                line.later());
    }

    private void move(RequestCase found, Actor actor, ItemId item, String hash) {
        Map<String, String> detail = Map.of("item", item.toString(), "plan", hash);
        if (found.state() instanceof State.AwaitingApproval) {
            cases.move(
                    found.id(),
                    State.AwaitingApproval.class,
                    waiting -> waiting.changed(clock.instant(), hash),
                    actor,
                    Action.VERDICT_CHANGED,
                    detail);
        } else {
            cases.move(
                    found.id(),
                    State.Planned.class,
                    planned -> planned.changed(hash),
                    actor,
                    Action.VERDICT_CHANGED,
                    detail);
        }
    }

    private static CaseException unknown() {
        return new CaseException(Problem.UNKNOWN_GROUP, "");
    }
}
