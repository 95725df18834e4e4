package si.vpogled.fulfilment;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import si.vpogled.bundle.AssembleBundle;
import si.vpogled.bundle.AssembledBundle;
import si.vpogled.bundle.plan.BundlePlan;
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
    private final FinishBundle finish;
    private final ReturnToReview back;
    private final RequestKeys keys;
    private final ObjectStore store;

    AssembleTask(
            PlanBundle plans,
            AssembleBundle assembler,
            FinishBundle finish,
            ReturnToReview back,
            RequestKeys keys,
            ObjectStore store) {
        this.plans = plans;
        this.assembler = assembler;
        this.finish = finish;
        this.back = back;
        this.keys = keys;
        this.store = store;
    }

    /** One for each release, since a case can come back from review. */
    static String instance(UUID request, State.Assembling assembling) {
        return request + "/" + assembling.bundle() + "/" + assembling.since().toEpochMilli();
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
        Optional<Integer> attempt = QuarkusTransaction.requiringNew().call(() -> plans.begin(request, number));
        if (attempt.isPresent()
                && !QuarkusTransaction.requiringNew().call(() -> back.triedOut(request, number, attempt.get()))) {
            attempt(request, number, attempt.get());
        }
        return Optional.empty();
    }

    private void attempt(UUID request, int number, int attempt) throws IOException {
        try {
            Optional<BundlePlan> plan =
                    QuarkusTransaction.requiringNew().call(() -> plans.plan(request, number, attempt));
            if (plan.isPresent()) {
                assemble(plan.get());
            }
        } catch (IOException | RuntimeException e) {
            // an interruption is none of the bundle's faults: this process ends
            if (Thread.currentThread().isInterrupted()
                    || !QuarkusTransaction.requiringNew().call(() -> back.after(request, number, attempt, e))) {
                throw e;
            }
        }
    }

    private void assemble(BundlePlan plan) throws IOException {
        AssembledBundle assembled =
                assembler.assemble(plan, QuarkusTransaction.requiringNew().call(() -> keys.keyPair(plan.request())));
        boolean counted = QuarkusTransaction.requiringNew().call(() -> finish.finish(plan, assembled));
        for (String nobodys : counted ? plan.earlierKeys() : List.of(assembled.key())) {
            store.deleteAll(nobodys);
        }
    }
}
