package si.vpogled.collection;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.random.RandomGenerator;
import si.vpogled.connector.Fault;
import si.vpogled.connector.FaultKind;
import si.vpogled.connector.Order;
import si.vpogled.connector.Outcome;
import si.vpogled.request.MoveCase;
import si.vpogled.request.State;
import si.vpogled.subject.Identifier;

/** Ends an attempt: takes what it found, or has it tried again. Within a transaction. */
@ApplicationScoped
class EndRun {
    private final Runs.Rows runs;
    private final MoveCase cases;
    private final KnownIdentifiers known;
    private final Collect collect;
    private final CollectionConfig config;
    private final InstantSource clock;

    EndRun(
            Runs.Rows runs,
            MoveCase cases,
            KnownIdentifiers known,
            Collect collect,
            CollectionConfig config,
            InstantSource clock) {
        this.runs = runs;
        this.cases = cases;
        this.known = known;
        this.collect = collect;
        this.config = config;
        this.clock = clock;
    }

    /** Whose an attempt's extract is from now on. */
    enum Ended {
        /** The run's: those of earlier attempts are nobody's any more. */
        TAKEN,
        /** There is none to be kept, nor is there an earlier one any more. */
        FAILED,
        /** Nobody's: a later attempt made this one void, or it is tried again. */
        NOBODYS
    }

    Ended end(Order order, Launcher.Report report) {
        boolean closed = cases.lock(order.request()).state() instanceof State.Closed;
        RunEntity run = runs.findById(order.run(), LockModeType.PESSIMISTIC_WRITE);
        if (run.attempt != order.attempt() || run.state != RunState.RUNNING) {
            // two followed it, as after a pause of one: the extract that the other counted stays
            return order.destination().equals(run.extractKey) ? Ended.TAKEN : Ended.NOBODYS;
        }
        run.endedAt = clock.instant();
        if (closed) {
            run.state = RunState.CANCELLED;
            return Ended.NOBODYS;
        }
        run.fault(report.fault());
        run.failingSince =
                report.fault().isEmpty() ? null : run.failingSince == null ? run.startedAt : run.failingSince;
        runs.keep(run);
        if (report.fault().filter(fault -> again(run, fault)).isPresent()) {
            retry(run);
            return Ended.NOBODYS;
        }
        run.state = report.fault().isEmpty() ? RunState.ANSWERED : RunState.FAILED;
        bring(run, order, report);
        report.outcome().ifPresent(outcome -> take(run, outcome));
        runs.flush();
        collect.advance(run.request);
        return run.extractKey == null ? Ended.FAILED : Ended.TAKEN;
    }

    /** What looks for an erasure brings no extract: all that it found is told here. */
    private static void bring(RunEntity run, Order order, Launcher.Report report) {
        Optional<Outcome> extracted = report.outcome().filter(_ -> order.operation() == Order.Operation.COLLECT);
        run.outcome = report.outcome().orElse(null);
        run.found = report.erasure().orElse(null);
        run.extractKey = extracted.map(_ -> order.destination()).orElse(null);
        run.extractAttempt = extracted.map(Outcome::attempt).orElse(null);
    }

    /** Ends a run that cannot be attempted. Case locked. */
    void fail(UUID id, Fault fault) {
        RunEntity run = runs.findById(id, LockModeType.PESSIMISTIC_WRITE);
        run.fail(fault, clock.instant());
        runs.flush();
        collect.advance(run.request);
    }

    /** Gives back an attempt that this process began and cannot end: it waits for its next one, and has lost no try. */
    void handBack(Order order) {
        cases.lock(order.request());
        RunEntity run = runs.findById(order.run(), LockModeType.PESSIMISTIC_WRITE);
        if (run.attempt == order.attempt() && run.state == RunState.RUNNING) {
            run.state = RunState.QUEUED;
            run.tries--;
            // it had its place: nobody who waits comes before it
            run.waitingSince = run.startedAt;
        }
    }

    private boolean again(RunEntity run, Fault fault) {
        return fault.kind() == FaultKind.UNAVAILABLE && run.tries < config.tries();
    }

    private void take(RunEntity run, Outcome outcome) {
        // who could not look everything up takes nothing back
        Set<Identifier> changed = outcome.unidentified().isEmpty()
                ? known.replace(run.request, outcome.identifiers(), run.connector)
                : known.add(run.request, outcome.identifiers(), run.connector);
        collect.askAgain(run.request, changed, run.connector);
        run.records = outcome.items().stream()
                .mapToLong(Outcome.ItemOutcome::records)
                .max()
                .orElse(0);
    }

    private void retry(RunEntity run) {
        run.state = RunState.RETRYING;
        run.retryAt = clock.instant().plus(pause(run.tries));
        collect.queue(run, run.retryAt);
    }

    /** Twice as long each time, between half and the whole of it, so that many do not come back at once. */
    private Duration pause(int tries) {
        long whole = Math.min(
                config.pause().toMillis() << Math.min(tries - 1, 20),
                config.longestPause().toMillis());
        return Duration.ofMillis(whole / 2 + RandomGenerator.getDefault().nextLong(whole / 2 + 1));
    }
}
