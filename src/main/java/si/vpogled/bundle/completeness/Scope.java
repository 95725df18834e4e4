package si.vpogled.bundle.completeness;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import si.vpogled.bundle.plan.BundlePlan;
import si.vpogled.bundle.plan.Cut;
import si.vpogled.connector.extract.Entry;
import si.vpogled.inventory.Inventory;
import si.vpogled.inventory.Item;
import si.vpogled.inventory.ItemId;
import si.vpogled.inventory.OutsidePortability;

/** Which items a plan asks about, and which of them may be handed out. */
public final class Scope {
    private final Map<ItemId, Item> items;
    private final Set<ItemId> handedOut;
    private final Map<String, List<BundlePlan.WithheldPart>> parts;

    public Scope(Inventory inventory, BundlePlan plan) {
        items = inventory.items().stream()
                .filter(item -> plan.services().contains(item.id().service()))
                .collect(Collectors.toMap(Item::id, item -> item, (a, b) -> a, LinkedHashMap::new));
        Set<ItemId> withheld =
                plan.withholdings().stream().map(BundlePlan.Withholding::item).collect(Collectors.toSet());
        handedOut = items.values().stream()
                .filter(item -> outsideRight(plan, item).isEmpty() && !withheld.contains(item.id()))
                .map(Item::id)
                .collect(Collectors.toUnmodifiableSet());
        parts = plan.withheldParts().stream()
                .collect(Collectors.groupingBy(one -> one.part().entry()));
    }

    /** What is withheld of an entry beside items. */
    public Cut cut(Entry entry) {
        return Cut.of(parts.getOrDefault(Cut.name(entry), List.of()), entry.records());
    }

    /** Names of the entries of which something is withheld. */
    public Set<String> withCuts() {
        return Set.copyOf(parts.keySet());
    }

    /** Why an item is not what the request's right covers; access covers all. */
    static Optional<OutsidePortability> outsideRight(BundlePlan plan, Item item) {
        return plan.right().equals("portability") ? item.outsidePortability() : Optional.empty();
    }

    /** In the order of the inventory. */
    public List<Item> items() {
        return List.copyOf(items.values());
    }

    public boolean handsOut(ItemId item) {
        return handedOut.contains(item);
    }

    /** What is to become of an entry of an extract. */
    public Treatment treatment(Entry entry) {
        long allowed = entry.items().stream().filter(this::handsOut).count();
        Cut cut = cut(entry);
        if (allowed == 0 || cut.whole().isPresent()) {
            return Treatment.LEAVE_OUT;
        }
        if (allowed == entry.items().size()) {
            return cut.isNothing() ? Treatment.COPY : Treatment.REDACT;
        }
        return switch (entry.kind()) {
            case RECORDS, TABLE -> Treatment.REDACT;
            case CONTACTS, FILE, MAIL, RDAP -> Treatment.LEAVE_OUT;
        };
    }

    Optional<Item> item(ItemId id) {
        return Optional.ofNullable(items.get(id));
    }

    /** Copy the bytes, leave the entry out, or write it anew without the fields that are left out. */
    public enum Treatment {
        COPY,
        REDACT,
        LEAVE_OUT
    }
}
