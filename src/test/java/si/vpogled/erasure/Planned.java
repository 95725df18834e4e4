package si.vpogled.erasure;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import si.vpogled.collection.Connectors;
import si.vpogled.connector.ErasureOutcome;
import si.vpogled.connector.ErasureOutcome.Finding;
import si.vpogled.connector.ErasureOutcome.ItemCount;
import si.vpogled.connector.Order;
import si.vpogled.connector.Outcome.Doubt;
import si.vpogled.connector.Period;
import si.vpogled.connector.RecordGroup;
import si.vpogled.connector.definition.DefinitionLoader;
import si.vpogled.inventory.Inventory;
import si.vpogled.inventory.InventoryLoader;
import si.vpogled.inventory.ItemId;
import si.vpogled.request.RequestCase;
import si.vpogled.request.Right;
import si.vpogled.request.State;
import si.vpogled.subject.Identifier;
import si.vpogled.text.Language;

/** What connectors say that there is, for plans of it. By the definitions and the inventory that come along. */
final class Planned {
    static final LocalDate TODAY = LocalDate.of(2026, 11, 23);
    static final Inventory INVENTORY = InventoryLoader.loadDefault();
    static final Connectors CONNECTORS =
            new Connectors(new DefinitionLoader().builtIn().all());
    static final Identifier CUSTOMER = new Identifier.CustomerNumber("100200");
    private static final UUID REQUEST = UUID.fromString("0b6b1f0e-6f0a-4c83-9b53-1f1c8a9d6f10");

    private Planned() {}

    static RequestCase request(String... services) {
        return new RequestCase(
                REQUEST,
                "VP-2026-0001",
                Right.ERASURE,
                List.of(services),
                "Anton Kranjc",
                "info@cebelarstvo-kranjc.si",
                List.of(),
                Language.SL,
                "",
                new State.Collecting(Instant.EPOCH),
                Instant.EPOCH,
                Instant.EPOCH,
                TODAY.plusDays(30),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    static RecordGroup group(String collection, String service, String period) {
        return new RecordGroup(collection, service, CUSTOMER, Period.of(period));
    }

    static Finding finding(RecordGroup group, long records, String row, String... items) {
        return finding(group, records, Optional.empty(), row, items);
    }

    static Finding finding(
            RecordGroup group, long records, Optional<LocalDate> contractUntil, String row, String... items) {
        return new Finding(
                group,
                records,
                Arrays.stream(items)
                        .map(item -> new ItemCount(new ItemId(group.service(), row, item), records))
                        .toList(),
                Optional.empty(),
                Optional.empty(),
                contractUntil,
                false);
    }

    static ErasureOutcome found(String connector, Finding... findings) {
        return found(connector, List.of(), findings);
    }

    static ErasureOutcome found(String connector, List<Doubt> doubts, Finding... findings) {
        return new ErasureOutcome(
                1,
                UUID.randomUUID(),
                1,
                connector,
                Order.Operation.FIND,
                Optional.empty(),
                Instant.EPOCH,
                Instant.EPOCH,
                List.of(findings),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                doubts,
                List.of());
    }
}
