package si.vpogled.erasure;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import si.vpogled.collection.Connectors;
import si.vpogled.connector.ErasureOutcome;
import si.vpogled.connector.Outcome.Doubt;
import si.vpogled.connector.RecordGroup;
import si.vpogled.inventory.Inventory;
import si.vpogled.inventory.Item;
import si.vpogled.inventory.ItemId;
import si.vpogled.law.ErasureVerdict;
import si.vpogled.law.ErasureVerdict.Keeping;
import si.vpogled.law.VerdictChange;
import si.vpogled.request.RequestCase;

/** Writes the plan of a case: a line for each group that was found, and a word on every item that nothing was found of. */
final class WritePlan {
    private final Inventory inventory;
    private final RuleGroups rules;
    private final LocalDate today;

    WritePlan(Inventory inventory, Connectors connectors, LocalDate today) {
        this.inventory = inventory;
        this.rules = new RuleGroups(inventory, connectors, today);
        this.today = today;
    }

    /**
     * @param found by connector
     * @param customer whether whoever asks has an account
     * @param before the last plan, whose changes are kept where they can be
     */
    Plan write(RequestCase request, Map<String, ErasureOutcome> found, boolean customer, Optional<Plan> before) {
        Map<Place, ItemVerdict.Change> changes = changes(before);
        List<PlanLine> lines =
                rules.lines(found).stream().map(line -> kept(line, changes)).toList();
        return around(request, lines, customer, openAccounts(found));
    }

    /** The same plan with another line in the place of one. */
    Plan with(RequestCase request, Plan plan, PlanLine changed) {
        List<PlanLine> lines = plan.lines().stream()
                .map(line -> line.connector().equals(changed.connector())
                                && line.group().equals(changed.group())
                        ? rules.line(changed, changed.items())
                        : line)
                .toList();
        return around(request, lines, plan.referred().isEmpty(), plan.openAccounts());
    }

    private Plan around(RequestCase request, List<PlanLine> lines, boolean customer, int openAccounts) {
        Set<ItemId> told = lines.stream()
                .flatMap(line -> line.items().stream())
                .map(ItemVerdict::item)
                .collect(Collectors.toSet());
        Map<Boolean, List<ItemId>> untold = inventory.items().stream()
                .filter(item -> request.services().contains(item.id().service()) && !told.contains(item.id()))
                .collect(Collectors.partitioningBy(
                        item -> !customer && item.role() == Item.Role.PROCESSOR,
                        Collectors.mapping(Item::id, Collectors.toList())));
        return new Plan(
                Plan.VERSION,
                request.id(),
                request.reference(),
                today,
                inventory.version(),
                lines,
                untold.get(false),
                untold.get(true),
                openAccounts,
                new Recipients(inventory).names(lines),
                backupsUntil(lines));
    }

    /** An item of a group. */
    private record Place(String connector, RecordGroup group, ItemId item) {}

    private static Map<Place, ItemVerdict.Change> changes(Optional<Plan> before) {
        Map<Place, ItemVerdict.Change> changes = new HashMap<>();
        before.stream()
                .flatMap(plan -> plan.lines().stream())
                .forEach(line -> line.items()
                        .forEach(item -> item.change()
                                .ifPresent(change ->
                                        changes.put(new Place(line.connector(), line.group(), item.item()), change))));
        return changes;
    }

    /** What the law lets people change no more is as it is ruled. */
    private PlanLine kept(PlanLine line, Map<Place, ItemVerdict.Change> changes) {
        List<ItemVerdict> items = line.items().stream()
                .map(item -> Optional.ofNullable(changes.get(new Place(line.connector(), line.group(), item.item())))
                        .filter(change -> VerdictChange.refusal(item.ruled(), change.wanted(), today)
                                .isEmpty())
                        .map(item::changed)
                        .orElse(item))
                .toList();
        return items.equals(line.items()) ? line : rules.line(line, items);
    }

    private static int openAccounts(Map<String, ErasureOutcome> found) {
        return (int) found.values().stream()
                .flatMap(outcome -> outcome.doubts().stream())
                .map(Doubt::identifier)
                .distinct()
                .count();
    }

    private static Optional<LocalDate> backupsUntil(List<PlanLine> lines) {
        return lines.stream()
                .flatMap(line -> line.items().stream())
                .flatMap(item -> rotation(item.verdict()))
                .max(Comparator.naturalOrder());
    }

    private static Stream<LocalDate> rotation(ErasureVerdict verdict) {
        return verdict instanceof ErasureVerdict.Restrict kept && kept.keeping() == Keeping.UNTIL_ROTATION
                ? kept.lastDay().stream()
                : Stream.empty();
    }
}
