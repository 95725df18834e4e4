package si.vpogled.collection;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import si.vpogled.connector.Fault;
import si.vpogled.connector.Outcome;
import si.vpogled.inventory.ItemId;

/**
 * One connector's work on one case.
 *
 * @param attempt counts every start
 * @param tries since somebody last asked for one
 * @param records read so far
 * @param bytes read so far, before compression
 * @param started the latest attempt; empty where it was not asked
 * @param failingSince when the first of an unbroken row of failures was
 */
public record Run(
        UUID id,
        UUID request,
        String connector,
        RunState state,
        int attempt,
        int tries,
        Optional<Fault> fault,
        Optional<Outcome> outcome,
        Optional<Extract> extract,
        long records,
        long bytes,
        Optional<Instant> started,
        Optional<Instant> ended,
        Optional<Instant> failingSince,
        Optional<Instant> retryAt) {
    /** Whether it ended without having said all the identifiers that it could have. */
    public boolean silent() {
        return state == RunState.FAILED
                && outcome.map(told -> !told.unidentified().isEmpty()).orElse(true);
    }

    /** Whether it answered that it has nothing of an item. */
    public boolean hasNothingOf(ItemId item) {
        return told(item).anyMatch(found -> found == Outcome.Found.NONE_HELD);
    }

    /** Whether it found something of an item, or broke off at it, so that some of it may have come. */
    public boolean mayHaveFound(ItemId item) {
        return told(item).anyMatch(found -> found != Outcome.Found.NONE_HELD);
    }

    private Stream<Outcome.Found> told(ItemId item) {
        return outcome.stream()
                .flatMap(told -> told.items().stream())
                .filter(one -> one.item().equals(item))
                .map(Outcome.ItemOutcome::outcome);
    }

    /** What it wrote: the key in the store, and the attempt it is sealed with. */
    public record Extract(String key, int attempt) {}
}
