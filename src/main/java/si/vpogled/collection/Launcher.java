package si.vpogled.collection;

import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import si.vpogled.connector.ErasureOutcome;
import si.vpogled.connector.Fault;
import si.vpogled.connector.Order;
import si.vpogled.connector.Outcome;
import si.vpogled.connector.definition.ConnectorDefinition;
import si.vpogled.connector.job.TestReport;

/** Has an order carried out, here or elsewhere, and waits for its end. */
public interface Launcher {
    /**
     * @param progress told about once a second while the run is at work
     * @throws InterruptedException where this process stops; the run is taken over by another
     */
    Report launch(Order order, Progress progress) throws InterruptedException;

    /**
     * Whether what it launched goes on when this process ends. Then an attempt that was under way is launched once more,
     * by whoever takes the run over, and not begun anew.
     */
    default boolean goesOnAlone() {
        return false;
    }

    /** Ends what was launched of a run and would go on: nobody wants it any more. */
    default void end(UUID run) throws InterruptedException {}

    /**
     * Checks a connector's sources and reads without reading anybody's data.
     *
     * @param time within which it ends
     */
    TestReport test(ConnectorDefinition definition, Duration time) throws InterruptedException;

    /** Where a run tells how far it is. */
    interface Progress {
        /**
         * @return false where the run was overtaken or its case ended: it stops as soon as it can
         */
        boolean at(long records, long bytes);
    }

    /**
     * @param outcome where the extract was written, or what there is to erase was found: item by item
     * @param erasure where the order was about an erasure
     * @param fault where nothing was written; else the gravest of what went wrong
     */
    record Report(Optional<Outcome> outcome, Optional<ErasureOutcome> erasure, Optional<Fault> fault) {
        public static Report of(Outcome outcome) {
            return new Report(Optional.of(outcome), Optional.empty(), outcome.fault());
        }

        /** Of an order to find, erase, verify, hold or release. */
        public static Report of(Order order, ConnectorDefinition definition, ErasureOutcome erasure) {
            Optional<Outcome> outcome = Optional.of(order)
                    .filter(one -> one.operation() == Order.Operation.FIND)
                    .map(one -> new FoundItems(one, definition).outcome(erasure));
            Optional<Fault> fault = outcome.map(Outcome::fault).orElseGet(erasure::fault);
            return new Report(outcome, Optional.of(erasure), fault);
        }

        public static Report failed(Fault fault) {
            return new Report(Optional.empty(), Optional.empty(), Optional.of(fault));
        }
    }
}
