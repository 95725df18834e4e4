package si.vpogled.erasure;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import si.vpogled.request.Action;
import si.vpogled.request.Actor;
import si.vpogled.request.MoveCase;
import si.vpogled.request.RequestCase;
import si.vpogled.request.State;

/** What there is was looked for: makes the plan of it, for staff to look at. Within a transaction, case locked. */
@ApplicationScoped
public class MakePlan {
    private final DrawUpPlan draw;
    private final Plans plans;
    private final MoveCase cases;
    private final InstantSource clock;

    MakePlan(DrawUpPlan draw, Plans plans, MoveCase cases, InstantSource clock) {
        this.draw = draw;
        this.plans = plans;
        this.cases = cases;
        this.clock = clock;
    }

    /** @param failed connectors that did not say all there is */
    public void make(RequestCase request, List<String> failed) {
        String hash = plans.keep(draw.draw(request), Actor.system());
        cases.move(
                request.id(),
                State.Collecting.class,
                collecting -> collecting.found(clock.instant(), hash),
                Actor.system(),
                Action.PLANNED,
                Map.of("plan", hash, "failed", String.join(", ", failed)));
    }
}
