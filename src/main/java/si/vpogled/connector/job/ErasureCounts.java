package si.vpogled.connector.job;

import java.util.UUID;
import si.vpogled.connector.ErasureOutcome;
import si.vpogled.connector.ErasureOutcome.Finding;
import si.vpogled.connector.ErasureOutcome.State;
import si.vpogled.connector.ErasureOutcome.Step;
import si.vpogled.connector.Order;

/** An erasure's outcome in numbers, fit for a log: records found and erased, and how far its groups are. */
record ErasureCounts(
        UUID run,
        int attempt,
        String connector,
        Order.Operation operation,
        long found,
        long erased,
        long done,
        long stopped,
        long failed) {
    static ErasureCounts of(ErasureOutcome outcome) {
        return new ErasureCounts(
                outcome.run(),
                outcome.attempt(),
                outcome.connector(),
                outcome.operation(),
                outcome.findings().stream().mapToLong(Finding::records).sum(),
                outcome.steps().stream().mapToLong(Step::erased).sum(),
                count(outcome, State.DONE),
                count(outcome, State.MORE_THAN_PLANNED),
                count(outcome, State.FAILED) + outcome.unread().size());
    }

    private static long count(ErasureOutcome outcome, State state) {
        return outcome.steps().stream().filter(step -> step.state() == state).count();
    }
}
