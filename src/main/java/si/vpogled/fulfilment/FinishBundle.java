package si.vpogled.fulfilment;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.UUID;
import si.vpogled.bundle.AssembledBundle;
import si.vpogled.bundle.plan.BundlePlan;
import si.vpogled.bundle.shelf.BundleShelf;
import si.vpogled.request.Action;
import si.vpogled.request.Actor;
import si.vpogled.request.MoveCase;
import si.vpogled.request.RequestConfig;
import si.vpogled.request.State;

/** Puts an assembled bundle on the shelf, unless a later attempt made it void. Within a transaction. */
@ApplicationScoped
class FinishBundle {
    private final BundleShelf shelf;
    private final MoveCase cases;
    private final RequestConfig config;
    private final Event<BundleFinished> finished;
    private final InstantSource clock;

    FinishBundle(
            BundleShelf shelf,
            MoveCase cases,
            RequestConfig config,
            Event<BundleFinished> finished,
            InstantSource clock) {
        this.shelf = shelf;
        this.cases = cases;
        this.config = config;
        this.finished = finished;
        this.clock = clock;
    }

    /** @return whether it counts; otherwise it is nobody's */
    boolean finish(BundlePlan plan, AssembledBundle assembled) {
        UUID request = plan.request();
        if (!(cases.lock(request).state() instanceof State.Assembling)) {
            return false;
        }
        Instant now = clock.instant();
        Instant until = now.plus(config.downloadPeriod());
        if (!shelf.finish(request, plan.number(), plan.attempt(), assembled, until)) {
            return false;
        }
        cases.move(
                request,
                State.Assembling.class,
                state -> state.assembled(now, until),
                Actor.system(),
                Action.ASSEMBLED,
                Map.of("bundle", Integer.toString(plan.number()), "sha256", assembled.sha256()));
        finished.fire(new BundleFinished(assembled.size()));
        return true;
    }
}
