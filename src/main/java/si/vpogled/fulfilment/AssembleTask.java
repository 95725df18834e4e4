package si.vpogled.fulfilment;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import si.vpogled.bundle.AssembleBundle;
import si.vpogled.bundle.AssembledBundle;
import si.vpogled.bundle.plan.BundlePlan;
import si.vpogled.bundle.shelf.BundleShelf;
import si.vpogled.request.Action;
import si.vpogled.request.Actor;
import si.vpogled.request.MoveCase;
import si.vpogled.request.RequestConfig;
import si.vpogled.request.State;
import si.vpogled.schedule.TaskHandler;
import si.vpogled.storage.ObjectStore;
import si.vpogled.storage.keys.RequestKeys;

/** Has the bundle assembled and puts it on the shelf; an attempt that was overtaken leaves nothing behind. */
@ApplicationScoped
class AssembleTask implements TaskHandler {
    static final String TASK = "assemble";

    private final PlanBundle plans;
    private final AssembleBundle assembler;
    private final BundleShelf shelf;
    private final MoveCase cases;
    private final RequestKeys keys;
    private final ObjectStore store;
    private final RequestConfig config;
    private final InstantSource clock;

    AssembleTask(
            PlanBundle plans,
            AssembleBundle assembler,
            BundleShelf shelf,
            MoveCase cases,
            RequestKeys keys,
            ObjectStore store,
            RequestConfig config,
            InstantSource clock) {
        this.plans = plans;
        this.assembler = assembler;
        this.shelf = shelf;
        this.cases = cases;
        this.keys = keys;
        this.store = store;
        this.config = config;
        this.clock = clock;
    }

    @Override
    public String task() {
        return TASK;
    }

    @Override
    public Optional<Instant> run(String instance) throws IOException {
        String[] parts = instance.split("/");
        UUID request = UUID.fromString(parts[0]);
        int number = Integer.parseInt(parts[1]);
        Optional<BundlePlan> plan = QuarkusTransaction.requiringNew().call(() -> plans.begin(request, number));
        if (plan.isPresent()) {
            AssembledBundle assembled = assembler.assemble(
                    plan.get(), QuarkusTransaction.requiringNew().call(() -> keys.keyPair(request)));
            boolean counted = QuarkusTransaction.requiringNew().call(() -> finish(plan.get(), assembled));
            for (String nobodys : counted ? plan.get().earlierKeys() : List.of(assembled.key())) {
                store.deleteAll(nobodys);
            }
        }
        return Optional.empty();
    }

    private boolean finish(BundlePlan plan, AssembledBundle assembled) {
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
        return true;
    }
}
