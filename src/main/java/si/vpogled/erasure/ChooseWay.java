package si.vpogled.erasure;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import si.vpogled.connector.PlannedGroup;
import si.vpogled.connector.PlannedGroup.Way;
import si.vpogled.connector.RecordGroup;
import si.vpogled.connector.definition.ConnectorDefinition.CollectionDefinition;
import si.vpogled.connector.definition.ErasureDefinition;
import si.vpogled.inventory.ItemId;
import si.vpogled.law.ErasureVerdict;
import si.vpogled.law.ErasureVerdict.Keeping;

/**
 * What is done with a group of records, by the verdicts on its items and by what its connector can do: a record goes as
 * a whole, or loses together all that its definition names; nothing goes with it that has to stay.
 *
 * @param collection of the group
 * @param records that it holds
 */
record ChooseWay(CollectionDefinition collection, RecordGroup group, long records, List<ItemVerdict> items) {
    /** At once, when the plan is approved. */
    Optional<PlannedGroup> now() {
        List<ItemId> going =
                items.stream().filter(ItemVerdict::goes).map(ItemVerdict::item).toList();
        if (going.isEmpty()) {
            return Optional.empty();
        }
        List<ItemId> parted = parted().filter(going::containsAll).orElse(List.of());
        boolean whole = going.size() == items.size() && can(Way.ERASE);
        if (whole && !(recordStays() && parted.containsAll(going))) {
            return Optional.of(planned(Way.ERASE, going));
        }
        return Optional.of(parted).filter(some -> !some.isEmpty()).map(some -> planned(Way.ANONYMISE, some));
    }

    /** On the day from which nothing has to stay any more; empty where nobody can tell it, or nothing stays. */
    Optional<PlanLine.Later> later() {
        List<ErasureVerdict> staying = items.stream()
                .filter(item -> !item.goes())
                .map(ItemVerdict::verdict)
                .toList();
        List<LocalDate> days = staying.stream().flatMap(ChooseWay::end).toList();
        if (days.isEmpty() || days.size() < staying.size()) {
            return Optional.empty();
        }
        LocalDate last = days.stream().max(Comparator.naturalOrder()).orElseThrow();
        return everything().map(planned -> new PlanLine.Later(last, planned));
    }

    private static Stream<LocalDate> end(ErasureVerdict staying) {
        return staying instanceof ErasureVerdict.Restrict kept
                        && (kept.keeping() == Keeping.BY_LAW || kept.keeping() == Keeping.FOR_CLAIMS)
                ? kept.erasableFrom().stream()
                : Stream.empty();
    }

    private Optional<PlannedGroup> everything() {
        List<ItemId> all = items.stream().map(ItemVerdict::item).toList();
        if (can(Way.ERASE)) {
            return Optional.of(planned(Way.ERASE, all));
        }
        return parted().map(some -> planned(Way.ANONYMISE, some));
    }

    private PlannedGroup planned(Way way, List<ItemId> which) {
        return new PlannedGroup(group, way, which.stream().sorted().toList(), records);
    }

    /** Whether somebody wants the record without the person. */
    private boolean recordStays() {
        return items.stream().anyMatch(item -> item.verdict() instanceof ErasureVerdict.Anonymise);
    }

    private boolean can(Way way) {
        return collection.erasure().flatMap(means -> means.means(way)).isPresent();
    }

    /** What goes together where the record stays, as far as the group holds it; empty where nothing can. */
    private Optional<List<ItemId>> parted() {
        List<String> names = collection.erasure().map(ErasureDefinition::items).orElse(List.of());
        List<ItemId> held = items.stream()
                .map(ItemVerdict::item)
                .filter(item -> names.contains(item.name()))
                .toList();
        return Optional.of(held).filter(some -> can(Way.ANONYMISE) && !some.isEmpty());
    }
}
