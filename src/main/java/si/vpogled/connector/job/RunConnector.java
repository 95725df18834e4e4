package si.vpogled.connector.job;

import java.time.Duration;
import java.util.Map;
import si.vpogled.connector.ConnectorException;
import si.vpogled.connector.Order;
import si.vpogled.connector.Outcome;
import si.vpogled.connector.Transport;
import si.vpogled.connector.Transports;
import si.vpogled.connector.definition.ConnectorDefinition;
import si.vpogled.connector.job.Supervised.Watched;

/**
 * Runs a connector. The caller's thread waits and watches; what reads and writes is a virtual thread of its own.
 *
 * <p>An interruption of the caller, or a watcher that answers no, ends the run within seconds and leaves nothing
 * behind. A limit of the order ends reading: what was read in full by then is delivered, the rest fails.
 */
public final class RunConnector {
    private final Supervised supervised;

    /** With the transports that are installed. */
    public RunConnector() {
        this(Transports.installed());
    }

    /** @param transports by name */
    public RunConnector(Map<String, Transport> transports) {
        this.supervised = new Supervised(transports);
    }

    /**
     * Reads what an order wants and writes the extract.
     *
     * @return the outcome as it stands in the extract; every item of the order, whatever went wrong with it
     * @throws ConnectorException where no extract was written: the store or the order cannot be used, or the watcher
     *     answered no
     * @throws InterruptedException where the caller was interrupted; no extract was written
     */
    public Outcome run(Order order, ConnectorDefinition definition, RunContext context)
            throws ConnectorException, InterruptedException {
        RunPlan plan = new RunPlan(order, definition, context.clock().instant());
        StopSign stop = new StopSign();
        Meter meter = new Meter(order.limits(), stop);
        Outcome outcome = supervised.run(
                plan.definition(),
                context,
                plan.deadline(),
                new Watched<>(
                        stop,
                        () -> context.watcher().at(meter.records(), meter.bytes()),
                        (reading, scratch) -> new CollectItems(plan, context, reading, stop, meter).run(scratch)));
        tellEnd(context, meter);
        return outcome;
    }

    /** A run may end before anybody asked how far it is. Its extract stands, even where nobody can be told. */
    private static void tellEnd(RunContext context, Meter meter) {
        try {
            context.watcher().at(meter.records(), meter.bytes());
        } catch (RuntimeException nobodyToTell) {
            return;
        }
    }

    /**
     * Checks every source and every read of a connector, without reading anybody's data. Neither store nor watcher are
     * used.
     *
     * @param time within which it ends
     */
    public TestReport test(ConnectorDefinition definition, Duration time, RunContext context)
            throws ConnectorException, InterruptedException {
        return supervised.run(
                definition,
                context,
                context.clock().instant().plus(time),
                new Watched<>(
                        new StopSign(),
                        () -> true,
                        (reading, scratch) -> new TestConnector(definition, reading, context.clock()).run()));
    }
}
