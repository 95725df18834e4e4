package si.vpogled.connector.job;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import si.vpogled.connector.ApprovedStep;
import si.vpogled.connector.ConnectorException;
import si.vpogled.connector.ErasureOutcome;
import si.vpogled.connector.ErasureOutcome.Step;
import si.vpogled.connector.ErasureOutcome.Told;
import si.vpogled.connector.FaultKind;
import si.vpogled.connector.Order;
import si.vpogled.connector.PlannedGroup;
import si.vpogled.connector.Transport;
import si.vpogled.connector.definition.HoldDefinition;
import si.vpogled.law.TimeLimit;

/** The way from an order of an erasure to its outcome. */
final class ErasureRun {
    private final RunPlan plan;
    private final RunContext context;
    private final Reading reading;
    private final AtomicLong done;
    private final Map<String, Transport> transports;

    ErasureRun(RunPlan plan, RunContext context, Reading reading, AtomicLong done, Map<String, Transport> transports) {
        this.plan = plan;
        this.context = context;
        this.reading = reading;
        this.done = done;
        this.transports = transports;
    }

    ErasureOutcome run() throws ConnectorException {
        return switch (plan.order().operation()) {
            case FIND -> find();
            case VERIFY -> outcome(new VerifyGroups(counting()).run(groups()), List.of(), List.of());
            case ERASE ->
                outcome(
                        Counted.NOTHING,
                        new EraseGroups(counting(), done, plan.order().limits().records()).run(groups()),
                        List.of());
            case HOLD -> told(HoldDefinition::place);
            case RELEASE -> told(HoldDefinition::release);
            case COLLECT, TEST ->
                throw new ConnectorException(FaultKind.MISCONFIGURED, "The order is not about an erasure");
        };
    }

    private ErasureOutcome find() throws ConnectorException {
        FindGroups find = new FindGroups(counting(), plan.order());
        find.run(plan.order());
        return outcome(find.counted(), List.of(), List.of());
    }

    private ErasureOutcome told(Function<HoldDefinition, ObjectNode> means) {
        List<Told> told = plan.definition()
                .hold()
                .map(hold -> new TellHold(reading, hold).run(plan.order().identifiers(), means.apply(hold)))
                .orElse(List.of());
        return outcome(Counted.NOTHING, List.of(), told);
    }

    private List<PlannedGroup> groups() throws ConnectorException {
        return plan.order()
                .step()
                .map(ApprovedStep::groups)
                .orElseThrow(() -> new ConnectorException(
                        FaultKind.MISCONFIGURED, "The order names no groups of an approved plan"));
    }

    private Counting counting() throws ConnectorException {
        CoolingOff coolingOff =
                new CoolingOff(LocalDate.ofInstant(plan.started(), TimeLimit.ZONE), context.coolingOffDays());
        return new Counting(reading, plan.definition(), transports, coolingOff);
    }

    private ErasureOutcome outcome(Counted counted, List<Step> steps, List<Told> told) {
        Order order = plan.order();
        return new ErasureOutcome(
                Order.VERSION,
                order.run(),
                order.attempt(),
                order.connector(),
                order.operation(),
                order.step().map(ApprovedStep::plan),
                plan.started(),
                context.clock().instant(),
                counted.findings(),
                counted.unread(),
                steps,
                told,
                counted.identifiers(),
                counted.doubts(),
                counted.unidentified());
    }
}
