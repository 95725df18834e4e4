package si.vpogled.collection;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jboss.logging.Logger;
import si.vpogled.connector.Order;
import si.vpogled.schedule.TaskHandler;
import si.vpogled.storage.ObjectStore;

/** Carries one run out: begins it, has it launched, ends it. Done again after a crash, it begins a new attempt. */
@ApplicationScoped
class RunTask implements TaskHandler {
    static final String TASK = "run";
    private static final Logger LOG = Logger.getLogger(RunTask.class);

    private final BeginRun begin;
    private final EndRun end;
    private final EndStep endStep;
    private final RunProgress progress;
    private final Launcher launcher;
    private final ObjectStore store;

    RunTask(BeginRun begin, EndRun end, EndStep endStep, RunProgress progress, Launcher launcher, ObjectStore store) {
        this.begin = begin;
        this.end = end;
        this.endStep = endStep;
        this.progress = progress;
        this.launcher = launcher;
        this.store = store;
    }

    @Override
    public String task() {
        return TASK;
    }

    @Override
    public Optional<Instant> run(String instance) throws IOException, InterruptedException {
        String[] parts = instance.split("/");
        UUID run = UUID.fromString(parts[0]);
        int launch = Integer.parseInt(parts[1]);
        return switch (QuarkusTransaction.requiringNew().call(() -> begin(run, launch))) {
            case BeginRun.Later later -> Optional.of(later.when());
            case BeginRun.Over _, BeginRun.Hopeless _ -> Optional.empty();
            case BeginRun.Cancelled cancelled -> {
                launcher.end(cancelled.run());
                yield Optional.empty();
            }
            case BeginRun.Begun begun -> {
                carryOut(begun.order());
                yield Optional.empty();
            }
        };
    }

    private BeginRun.Beginning begin(UUID run, int launch) {
        BeginRun.Beginning beginning = begin.begin(run, launch, launcher);
        if (beginning instanceof BeginRun.Hopeless hopeless
                && hopeless.operation().isPlanned()) {
            endStep.fail(hopeless.run(), hopeless.fault());
        } else if (beginning instanceof BeginRun.Hopeless hopeless) {
            end.fail(hopeless.run(), hopeless.fault());
        }
        return beginning;
    }

    private void carryOut(Order order) throws IOException, InterruptedException {
        Launcher.Report report = launch(order);
        switch (QuarkusTransaction.requiringNew().call(() -> end(order, report))) {
            case TAKEN -> removeEarlier(order);
            case FAILED -> {
                removeEarlier(order);
                remove(order, order.attempt());
            }
            case NOBODYS -> remove(order, order.attempt());
        }
    }

    private EndRun.Ended end(Order order, Launcher.Report report) {
        return order.operation().isPlanned() ? endStep.end(order, report) : end.end(order, report);
    }

    private Launcher.Report launch(Order order) throws InterruptedException {
        try {
            Launcher.Report report = launcher.launch(order, (records, bytes) -> wanted(order, records, bytes));
            if (Thread.interrupted() && report.fault().isPresent()) {
                throw new InterruptedException("The run ended because this process does");
            }
            return report;
        } catch (InterruptedException e) {
            if (!launcher.goesOnAlone()) {
                QuarkusTransaction.requiringNew().run(() -> end.handBack(order));
            }
            throw e;
        }
    }

    /** A database that is away for a moment ends no run: whether it counts is settled at its end. */
    private boolean wanted(Order order, long records, long bytes) {
        try {
            return progress.tell(order.run(), order.attempt(), records, bytes);
        } catch (RuntimeException e) {
            LOG.warnf("How far run %s is could not be written down: %s", order.run(), e.getClass());
            return true;
        }
    }

    /** What attempts that were killed, or an answer that this one replaces, left in the store. */
    private void removeEarlier(Order order) throws IOException {
        for (int attempt = 1; attempt < order.attempt(); attempt++) {
            remove(order, attempt);
        }
    }

    /** With what it was granted and did not use. */
    private void remove(Order order, int attempt) throws IOException {
        for (String trace : BeginRun.traces(order.request(), order.run(), attempt)) {
            store.deleteAll(trace);
        }
    }
}
