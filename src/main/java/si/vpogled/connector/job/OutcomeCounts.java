package si.vpogled.connector.job;

import java.util.UUID;
import si.vpogled.connector.Outcome;
import si.vpogled.connector.Outcome.Found;

/** An outcome in numbers, fit for a log: how many items were found, are not held, failed. */
record OutcomeCounts(UUID run, int attempt, String connector, long found, long noneHeld, long failed) {
    static OutcomeCounts of(Outcome outcome) {
        return new OutcomeCounts(
                outcome.run(),
                outcome.attempt(),
                outcome.connector(),
                count(outcome, Found.FOUND),
                count(outcome, Found.NONE_HELD),
                count(outcome, Found.FAILED));
    }

    private static long count(Outcome outcome, Found found) {
        return outcome.items().stream().filter(item -> item.outcome() == found).count();
    }
}
