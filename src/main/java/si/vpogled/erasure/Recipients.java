package si.vpogled.erasure;

import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import si.vpogled.inventory.Inventory;
import si.vpogled.inventory.Item;
import si.vpogled.inventory.ItemId;
import si.vpogled.law.ErasureVerdict;
import si.vpogled.subject.Identifier;

/** Whoever got what goes, or holds it on their own account (GDPR Art. 19). */
record Recipients(Inventory inventory) {
    List<String> names(List<PlanLine> lines) {
        return lines.stream()
                .flatMap(line -> of(
                        Stream.concat(going(line), heldElsewhere(line)),
                        line.group().identifier()))
                .map(Item.Recipient::name)
                .distinct()
                .sorted()
                .toList();
    }

    /**
     * Who is told now, each with whom or what it is about: of what was proved to be gone since they were last told, and
     * the first time of what they hold themselves.
     *
     * @param plans every version, the last one first: what an earlier one named may be gone from the last
     * @param since empty where nobody was told yet
     */
    Map<Item.Recipient, Set<Identifier>> toTell(
            List<Plan> plans, Collection<ErasureGroups.Group> groups, Optional<Instant> since) {
        Map<Item.Recipient, Set<Identifier>> told = new LinkedHashMap<>();
        groups.stream()
                .filter(group -> group.proved()
                        .filter(proved -> since.stream().allMatch(proved::isAfter))
                        .isPresent())
                .forEach(group -> line(plans, group)
                        .map(line -> line.group().identifier())
                        .ifPresent(whose -> tell(told, group.items().stream(), whose)));
        if (since.isEmpty()) {
            plans.stream()
                    .limit(1)
                    .flatMap(plan -> plan.lines().stream())
                    .forEach(
                            line -> tell(told, heldElsewhere(line), line.group().identifier()));
        }
        return told;
    }

    private void tell(Map<Item.Recipient, Set<Identifier>> told, Stream<ItemId> items, Identifier whose) {
        of(items, whose)
                .forEach(recipient -> told.computeIfAbsent(recipient, _ -> new LinkedHashSet<>())
                        .add(whose));
    }

    private static Optional<PlanLine> line(List<Plan> plans, ErasureGroups.Group group) {
        return plans.stream()
                .flatMap(plan -> group.line().flatMap(plan::line).stream())
                .findFirst();
    }

    /** At once, or on its day; what may go and cannot be parted from what stays does not. */
    private static Stream<ItemId> going(PlanLine line) {
        return Stream.concat(line.now().stream(), line.later().map(PlanLine.Later::planned).stream())
                .flatMap(planned -> planned.items().stream())
                .distinct();
    }

    private static Stream<ItemId> heldElsewhere(PlanLine line) {
        return line.items().stream()
                .filter(item -> item.verdict() instanceof ErasureVerdict.NotifyThirdParty)
                .map(ItemVerdict::item);
    }

    private Stream<Item.Recipient> of(Stream<ItemId> items, Identifier whose) {
        return items.flatMap(item -> inventory.item(item).stream())
                .flatMap(item -> item.recipients().stream())
                .filter(recipient -> gets(recipient, whose));
    }

    /** A registry gets what is of the domains that it keeps. */
    private static boolean gets(Item.Recipient recipient, Identifier identifier) {
        return recipient.domains().isEmpty()
                || !(identifier instanceof Identifier.DomainName)
                || recipient.keeps(identifier.value());
    }
}
