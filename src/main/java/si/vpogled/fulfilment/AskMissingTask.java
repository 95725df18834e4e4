package si.vpogled.fulfilment;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import si.vpogled.collection.Collect;
import si.vpogled.request.MoveCase;
import si.vpogled.request.RequestCase;
import si.vpogled.request.State;
import si.vpogled.schedule.TaskHandler;

/** Asks the sources that are missing from a partial answer again. */
@ApplicationScoped
class AskMissingTask implements TaskHandler {
    static final String TASK = "ask-missing";

    private final MoveCase cases;
    private final Collect collect;

    AskMissingTask(MoveCase cases, Collect collect) {
        this.cases = cases;
        this.collect = collect;
    }

    @Override
    public String task() {
        return TASK;
    }

    @Override
    public Optional<Instant> run(String instance) {
        String[] parts = instance.split("/");
        UUID request = UUID.fromString(parts[0]);
        int bundle = Integer.parseInt(parts[1]);
        QuarkusTransaction.requiringNew().run(() -> {
            RequestCase found = cases.lock(request);
            if (found.state() instanceof State.Ready ready && ready.bundle() == bundle) {
                ready.partial().ifPresent(partial -> {
                    partial.missing().forEach(connector -> collect.again(request, connector));
                    collect.start(found);
                });
            }
        });
        return Optional.empty();
    }
}
