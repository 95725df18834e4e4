package si.vpogled.collection;

import java.util.List;
import java.util.Optional;
import si.vpogled.connector.ErasureOutcome;
import si.vpogled.connector.ErasureOutcome.Unread;
import si.vpogled.connector.Fault;
import si.vpogled.connector.Order;
import si.vpogled.connector.Outcome;
import si.vpogled.connector.Outcome.Found;
import si.vpogled.connector.Outcome.ItemOutcome;
import si.vpogled.connector.definition.ConnectorDefinition;
import si.vpogled.inventory.ItemId;

/** Tells item by item what was found for an erasure group by group, so that it is followed as any collection is. */
record FoundItems(Order order, ConnectorDefinition definition) {
    Outcome outcome(ErasureOutcome told) {
        return new Outcome(
                told.version(),
                told.run(),
                told.attempt(),
                told.connector(),
                told.started(),
                told.ended(),
                order.items().stream().map(item -> item(item, told)).toList(),
                told.identifiers(),
                told.doubts(),
                told.unidentified(),
                List.of());
    }

    private ItemOutcome item(ItemId item, ErasureOutcome told) {
        Optional<Fault> fault = told.unread().stream()
                .filter(unread -> carries(unread, item))
                .map(Unread::fault)
                .findFirst();
        long records = told.findings().stream()
                .flatMap(finding -> finding.items().stream())
                .filter(count -> count.item().equals(item))
                .mapToLong(ErasureOutcome.ItemCount::records)
                .sum();
        if (fault.isPresent()) {
            return new ItemOutcome(item, Found.FAILED, records, fault);
        }
        return new ItemOutcome(item, records > 0 ? Found.FOUND : Found.NONE_HELD, records, Optional.empty());
    }

    private boolean carries(Unread unread, ItemId item) {
        return unread.service().equals(item.service())
                && definition.collections().stream()
                        .filter(collection -> collection.id().equals(unread.collection()))
                        .anyMatch(collection -> collection.items().contains(item));
    }
}
