package si.vpogled.erasure;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import si.vpogled.collection.ErasureSteps;
import si.vpogled.connector.ApprovedStep;
import si.vpogled.connector.Order;

/** Has connectors do, or look at, what is due of an approved plan. Within a transaction, case locked. */
@ApplicationScoped
class TakeSteps {
    private final ErasureGroups groups;
    private final ErasureSteps steps;

    TakeSteps(ErasureGroups groups, ErasureSteps steps) {
        this.groups = groups;
        this.steps = steps;
    }

    /** Each connector all that is open. */
    void erase(UUID request, String plan) {
        byConnector(request, row -> row.state.open())
                .forEach((connector, rows) -> steps.order(request, connector, Order.Operation.ERASE, step(plan, rows)));
    }

    /** Each connector all that it said is gone. */
    void verify(UUID request, String plan) {
        byConnector(request, row -> row.state == GroupState.DONE)
                .forEach(
                        (connector, rows) -> steps.order(request, connector, Order.Operation.VERIFY, step(plan, rows)));
    }

    /** Goes on with what is left for one connector. */
    void goOn(UUID request, String connector, Order.Operation operation, String plan) {
        List<GroupEntity> left = left(request, connector, operation);
        if (!left.isEmpty()) {
            steps.order(request, connector, operation, step(plan, left));
        }
    }

    /** The same after a while. */
    void later(UUID request, String connector, Order.Operation operation, String plan) {
        List<GroupEntity> left = left(request, connector, operation);
        if (!left.isEmpty()) {
            steps.later(request, connector, step(plan, left));
        }
    }

    private List<GroupEntity> left(UUID request, String connector, Order.Operation operation) {
        boolean looking = operation == Order.Operation.VERIFY;
        return groups.due(request).stream()
                .filter(row -> row.connector.equals(connector))
                .filter(row -> looking ? row.state == GroupState.DONE : row.state.open())
                .toList();
    }

    private Map<String, List<GroupEntity>> byConnector(UUID request, Predicate<GroupEntity> wanted) {
        return groups.due(request).stream().filter(wanted).collect(Collectors.groupingBy(row -> row.connector));
    }

    private static ApprovedStep step(String plan, List<GroupEntity> rows) {
        return new ApprovedStep(plan, rows.stream().map(GroupEntity::ordered).toList());
    }
}
