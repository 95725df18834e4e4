package si.vpogled.connector.job;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import si.vpogled.connector.ConnectorException;
import si.vpogled.connector.Fault;
import si.vpogled.connector.FaultKind;
import si.vpogled.connector.Outcome.Found;
import si.vpogled.connector.Outcome.ItemOutcome;
import si.vpogled.inventory.ItemId;

/** What was found of each item of the order. */
final class Tally {
    private final Map<ItemId, Long> counts = new LinkedHashMap<>();
    private final Map<ItemId, Fault> faults = new LinkedHashMap<>();
    private final Set<ItemId> read = new LinkedHashSet<>();
    private final Set<ItemId> unread = new LinkedHashSet<>();

    Tally(Collection<ItemId> items) {
        items.forEach(item -> counts.put(item, 0L));
    }

    boolean wants(ItemId item) {
        return counts.containsKey(item);
    }

    /** A collection that carries these items was read to its end. */
    void add(Collection<ItemId> items, Map<ItemId, Long> found) {
        read.addAll(items);
        found.forEach((item, count) -> counts.merge(item, count, Long::sum));
    }

    /** A collection that carries these items was not read: no identifier is known that it is read by. */
    void pass(Collection<ItemId> items) {
        unread.addAll(items);
    }

    /** A collection that carries these items was not read to its end; the first fault is told. */
    void fail(Collection<ItemId> items, ConnectorException e) {
        items.forEach(item -> faults.putIfAbsent(item, new Fault(e.kind(), e.getMessage())));
    }

    List<ItemOutcome> outcomes() {
        List<ItemOutcome> outcomes = new ArrayList<>();
        counts.forEach((item, count) -> outcomes.add(outcome(item, count)));
        return outcomes;
    }

    private ItemOutcome outcome(ItemId item, long count) {
        if (faults.containsKey(item)) {
            return new ItemOutcome(item, Found.FAILED, 0, Optional.of(faults.get(item)));
        }
        if (read.contains(item)) {
            return new ItemOutcome(item, count > 0 ? Found.FOUND : Found.NONE_HELD, count, Optional.empty());
        }
        if (unread.contains(item)) {
            return ItemOutcome.unsearched(item);
        }
        Fault unanswered = new Fault(FaultKind.MISCONFIGURED, "No collection of the definition answers for " + item);
        return new ItemOutcome(item, Found.FAILED, 0, Optional.of(unanswered));
    }
}
