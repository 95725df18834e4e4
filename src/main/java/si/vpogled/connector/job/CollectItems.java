package si.vpogled.connector.job;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import si.vpogled.connector.ConnectorException;
import si.vpogled.connector.FaultKind;
import si.vpogled.connector.Order;
import si.vpogled.connector.Outcome;
import si.vpogled.connector.Outcome.Remark;
import si.vpogled.connector.definition.ConnectorDefinition.IdentifyDefinition;
import si.vpogled.connector.extract.ExtractWriter;
import si.vpogled.law.TimeLimit;
import si.vpogled.storage.ObjectStore;
import si.vpogled.storage.seal.Seal;

/** The way from an order to its extract. */
final class CollectItems {
    private final RunPlan plan;
    private final RunContext context;
    private final Reading reading;
    private final StopSign stop;
    private final Meter meter;

    CollectItems(RunPlan plan, RunContext context, Reading reading, StopSign stop, Meter meter) {
        this.plan = plan;
        this.context = context;
        this.reading = reading;
        this.stop = stop;
        this.meter = meter;
    }

    /** First whom it is about, then the extract: to make its seal takes longer than to ask. */
    Outcome run(Path scratch) throws ConnectorException {
        Order order = plan.order();
        Known known = new Known(order.identifiers());
        identify(known);
        try (ObjectStore.Upload upload = context.uploads().create(order.destination())) {
            OutputStream sealed = Seal.to(order.recipientKey(), order.sealContext(), upload.stream());
            Outcome outcome = write(sealed, scratch, known);
            sealed.close();
            if (stop.abandoned()) {
                throw stop.raised().orElseThrow();
            }
            upload.commit();
            return outcome;
        } catch (IOException | WriteFailure e) {
            stop.check();
            throw StoreFault.of(e);
        } catch (IllegalArgumentException e) {
            throw new ConnectorException(
                    FaultKind.MISCONFIGURED, "The order's destination or recipient cannot be used", e);
        }
    }

    private Outcome write(OutputStream sealed, Path scratch, Known known) throws IOException, ConnectorException {
        Tally tally = new Tally(plan.order().items());
        try (ExtractWriter extract = new ExtractWriter(sealed, plan.started(), scratch, meter)) {
            Collecting collecting = new Collecting(reading, extract, meter, tally, coolingOff());
            for (Portion portion : Portion.of(plan.definition(), tally)) {
                collecting.read(portion, known);
            }
            Outcome outcome = outcome(known, tally, collecting.remarks());
            extract.finish(outcome);
            return outcome;
        }
    }

    private void identify(Known known) throws ConnectorException {
        Identification identification = new Identification(reading, coolingOff());
        for (IdentifyDefinition step : plan.definition().identify()) {
            identification.run(step, known);
        }
    }

    private CoolingOff coolingOff() throws ConnectorException {
        return new CoolingOff(LocalDate.ofInstant(plan.started(), TimeLimit.ZONE), context.coolingOffDays());
    }

    private Outcome outcome(Known known, Tally tally, List<Remark> remarks) {
        Order order = plan.order();
        return new Outcome(
                Order.VERSION,
                order.run(),
                order.attempt(),
                order.connector(),
                plan.started(),
                context.clock().instant(),
                tally.outcomes(),
                known.found(),
                known.doubts(),
                known.unidentified(),
                remarks);
    }
}
