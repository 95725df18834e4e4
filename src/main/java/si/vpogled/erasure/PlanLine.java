package si.vpogled.erasure;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import si.vpogled.connector.PlannedGroup;
import si.vpogled.connector.RecordGroup;
import si.vpogled.inventory.ItemId;
import si.vpogled.law.ErasureVerdict;
import si.vpogled.storage.seal.Sha256;

/**
 * One group of records, and what becomes of it.
 *
 * @param records how many there were when it was looked
 * @param first the earliest day of one of them; empty where they have none
 * @param last the latest
 * @param items a verdict on each item that they hold
 * @param now what a connector does once the plan is approved; empty where nothing of the group may go, or be parted
 * @param later what it does on a day to come
 */
public record PlanLine(
        String connector,
        RecordGroup group,
        long records,
        Optional<LocalDate> first,
        Optional<LocalDate> last,
        List<ItemVerdict> items,
        Optional<PlannedGroup> now,
        Optional<Later> later) {
    private static final int KEY = 16;

    public PlanLine {
        items = List.copyOf(items);
    }

    /** @param day the first on which it may be done */
    public record Later(LocalDate day, PlannedGroup planned) {}

    /** Names it among the lines of a case's plans, for addresses and forms, without saying whose it is. */
    public String key() {
        String place = String.join(
                "\n",
                connector,
                group.collection(),
                group.service(),
                group.identifier().kind(),
                group.identifier().value(),
                group.period().text());
        return Sha256.hex(place).substring(0, KEY);
    }

    /** Items that might go and wait all the same, since they cannot be parted from what stays. */
    public List<ItemId> inseparable() {
        return items.stream()
                .filter(ItemVerdict::goes)
                .map(ItemVerdict::item)
                .filter(item -> now.stream().noneMatch(planned -> covers(planned, item)))
                .toList();
    }

    private static boolean covers(PlannedGroup planned, ItemId item) {
        return planned.way() == PlannedGroup.Way.ERASE || planned.items().contains(item);
    }

    /** Why an item stays: of one that might go, because of what it cannot be parted from. */
    ErasureVerdict whyKept(ItemVerdict item) {
        return items.stream()
                .filter(other -> item.goes() && !other.goes())
                .findFirst()
                .orElse(item)
                .verdict();
    }

    /** Whether somebody must find out how old the records are, since nobody can tell until when they are kept. */
    public boolean undated() {
        return items.stream()
                .map(ItemVerdict::verdict)
                .anyMatch(verdict -> verdict instanceof ErasureVerdict.Restrict kept
                        && kept.keeping() == ErasureVerdict.Keeping.BY_LAW
                        && kept.lastDay().isEmpty());
    }

    PlanLine timeless() {
        List<ItemVerdict> without = items.stream().map(ItemVerdict::timeless).toList();
        return new PlanLine(connector, group, records, first, last, without, now, later);
    }

    Optional<ItemVerdict> item(ItemId id) {
        return items.stream().filter(one -> one.item().equals(id)).findFirst();
    }
}
