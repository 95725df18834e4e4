package si.vpogled.connector.job;

import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import si.vpogled.connector.ConnectorException;
import si.vpogled.connector.ErasureOutcome;
import si.vpogled.connector.Order;
import si.vpogled.connector.Transport;
import si.vpogled.connector.Transports;
import si.vpogled.connector.definition.ConnectorDefinition;
import si.vpogled.connector.job.Supervised.Watched;

/**
 * Runs the part of an erasure that one backend has to do: finds, erases a step, verifies, tells of a hold. What came of
 * it is sealed and written under the order's destination, as an extract is, and opened by {@link ErasureOutcomeFile}.
 *
 * <p>A run that is interrupted, or whose watcher answers no, stops between two records and writes nothing; what it
 * erased by then is erased, and the next attempt counts what is left. A time limit ends it likewise, but its outcome is
 * written.
 */
public final class RunErasure {
    private final Map<String, Transport> transports;

    /** With the transports that are installed. */
    public RunErasure() {
        this(Transports.installed());
    }

    /** @param transports by name */
    public RunErasure(Map<String, Transport> transports) {
        this.transports = Map.copyOf(transports);
    }

    /**
     * @param order to find, erase, verify, hold or release
     * @throws ConnectorException where no outcome was written: the store or the order cannot be used, or the watcher
     *     answered no
     * @throws InterruptedException where the caller was interrupted; no outcome was written
     */
    public ErasureOutcome run(Order order, ConnectorDefinition definition, RunContext context)
            throws ConnectorException, InterruptedException {
        RunPlan plan = new RunPlan(order, definition, context.clock().instant());
        StopSign stop = new StopSign();
        AtomicLong done = new AtomicLong();
        return new Supervised(transports)
                .run(
                        definition,
                        context,
                        plan.deadline(),
                        new Watched<>(stop, () -> context.watcher().at(done.get(), 0), (reading, scratch) -> {
                            ErasureOutcome outcome = new ErasureRun(plan, context, reading, done, transports).run();
                            new ErasureOutcomeFile(order).write(outcome, context.uploads(), stop);
                            return outcome;
                        }));
    }
}
