package si.vpogled.collection;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.persistence.LockModeType;
import java.time.InstantSource;
import java.util.Optional;
import java.util.UUID;
import si.vpogled.connector.Fault;
import si.vpogled.connector.Order;
import si.vpogled.request.MoveCase;
import si.vpogled.request.State;

/** Ends an attempt at a step of an erasure, and tells what came of it. Within a transaction. */
@ApplicationScoped
class EndStep {
    private final Runs.Rows runs;
    private final MoveCase cases;
    private final Event<StepEnded> ended;
    private final InstantSource clock;

    EndStep(Runs.Rows runs, MoveCase cases, Event<StepEnded> ended, InstantSource clock) {
        this.runs = runs;
        this.cases = cases;
        this.ended = ended;
        this.clock = clock;
    }

    /** @return whose the outcome's file is: nobody's, since all that it tells is taken from it here */
    EndRun.Ended end(Order order, Launcher.Report report) {
        boolean closed = cases.lock(order.request()).state() instanceof State.Closed;
        RunEntity run = runs.findById(order.run(), LockModeType.PESSIMISTIC_WRITE);
        if (run.attempt != order.attempt() || run.state != RunState.RUNNING) {
            return EndRun.Ended.NOBODYS;
        }
        run.endedAt = clock.instant();
        if (closed) {
            run.state = RunState.CANCELLED;
            return EndRun.Ended.NOBODYS;
        }
        failing(run, report.fault());
        runs.keep(run);
        run.state = report.fault().isEmpty() ? RunState.ANSWERED : RunState.FAILED;
        runs.flush();
        ended.fire(new StepEnded(run.request, run.connector, order.operation(), report.erasure(), report.fault()));
        return EndRun.Ended.FAILED;
    }

    /** Ends a step that cannot be attempted. Case locked. */
    void fail(UUID id, Fault fault) {
        RunEntity run = runs.findById(id, LockModeType.PESSIMISTIC_WRITE);
        run.endedAt = clock.instant();
        failing(run, Optional.of(fault));
        run.state = RunState.FAILED;
        runs.flush();
        ended.fire(new StepEnded(run.request, run.connector, run.operation, Optional.empty(), Optional.of(fault)));
    }

    private static void failing(RunEntity run, Optional<Fault> fault) {
        run.fault(fault);
        run.failingSince = fault.isEmpty() ? null : run.failingSince == null ? run.endedAt : run.failingSince;
    }
}
