package si.vpogled.erasure;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
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
        erase(request, plan, Set.of());
    }

    /** The same, but for those that wait for people. */
    void erase(UUID request, String plan, Set<String> waiting) {
        byConnector(due(request).toErase().stream().filter(row -> !waiting.contains(row.connector)))
                .forEach((connector, rows) -> steps.order(request, connector, Order.Operation.ERASE, step(plan, rows)));
    }

    /** Each connector all that it said is gone. */
    void verify(UUID request, String plan) {
        byConnector(due(request).toVerify().stream())
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
        DueGroups due = due(request);
        return (operation == Order.Operation.VERIFY ? due.toVerify() : due.toErase())
                .stream().filter(row -> row.connector.equals(connector)).toList();
    }

    private DueGroups due(UUID request) {
        return new DueGroups(groups.due(request));
    }

    private static Map<String, List<GroupEntity>> byConnector(Stream<GroupEntity> some) {
        return some.collect(Collectors.groupingBy(row -> row.connector));
    }

    private static ApprovedStep step(String plan, List<GroupEntity> rows) {
        return new ApprovedStep(plan, rows.stream().map(GroupEntity::ordered).toList());
    }
}
