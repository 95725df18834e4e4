package si.vpogled.erasure;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import si.vpogled.collection.Connectors;
import si.vpogled.connector.ErasureOutcome;
import si.vpogled.connector.ErasureOutcome.Finding;
import si.vpogled.connector.ErasureOutcome.ItemCount;
import si.vpogled.connector.PlannedGroup.Way;
import si.vpogled.connector.RecordGroup;
import si.vpogled.connector.definition.ConnectorDefinition.CollectionDefinition;
import si.vpogled.connector.definition.ErasureDefinition;
import si.vpogled.inventory.Inventory;
import si.vpogled.inventory.Item;
import si.vpogled.inventory.ItemId;
import si.vpogled.law.Circumstances;
import si.vpogled.law.Circumstances.Asker;
import si.vpogled.law.Circumstances.Reach;
import si.vpogled.subject.IdentifierKind;

/** Gives a verdict on each item of each group of records that was found (GDPR Art. 17), from rules and facts alone. */
final class RuleGroups {
    private static final Comparator<RecordGroup> ORDER = Comparator.comparing(RecordGroup::service)
            .thenComparing(RecordGroup::collection)
            .thenComparing(group -> group.identifier().kind())
            .thenComparing(group -> group.identifier().value())
            .thenComparing(RecordGroup::period);

    private final Inventory inventory;
    private final Connectors connectors;
    private final LocalDate today;

    /** @param today the calendar day in {@link si.vpogled.law.TimeLimit#ZONE} */
    RuleGroups(Inventory inventory, Connectors connectors, LocalDate today) {
        this.inventory = inventory;
        this.connectors = connectors;
        this.today = today;
    }

    /** @param found by connector */
    List<PlanLine> lines(Map<String, ErasureOutcome> found) {
        List<PlanLine> lines = new ArrayList<>();
        Contracts contracts = contracts(found);
        found.keySet().stream()
                .sorted()
                .forEach(connector -> found.get(connector).findings().stream()
                        .sorted(Comparator.comparing(Finding::group, ORDER))
                        .forEach(finding -> collection(connector, finding.group())
                                .ifPresent(collection -> lines.add(line(connector, collection, finding, contracts)))));
        return lines;
    }

    /** What a line becomes where people changed a verdict on it. */
    PlanLine line(PlanLine before, List<ItemVerdict> items) {
        CollectionDefinition collection = collection(before.connector(), before.group())
                .orElseThrow(() -> new IllegalStateException("There is no definition of "
                        + before.group().collection() + " of " + before.connector() + " any more: put it back"));
        ChooseWay way = new ChooseWay(collection, before.group(), before.records(), items);
        return new PlanLine(
                before.connector(),
                before.group(),
                before.records(),
                before.first(),
                before.last(),
                items,
                way.now(),
                way.later());
    }

    private PlanLine line(String connector, CollectionDefinition collection, Finding finding, Contracts contracts) {
        Circumstances circumstances = new Circumstances(
                asker(finding.group()),
                contracts.of(finding.group()),
                reach(collection, finding),
                finding.group().period().day());
        List<ItemVerdict> items = counts(collection, finding).stream()
                .flatMap(
                        count -> inventory.item(count.item()).stream().map(item -> verdict(item, count, circumstances)))
                .toList();
        PlanLine bare = new PlanLine(
                connector,
                finding.group(),
                finding.records(),
                finding.first(),
                finding.last(),
                items,
                Optional.empty(),
                Optional.empty());
        return line(bare, items);
    }

    /** What is another's does not go with it: where their part cannot stay, nobody takes out the rest. */
    private static Reach reach(CollectionDefinition collection, Finding finding) {
        return collection
                .erasure()
                .filter(means ->
                        !finding.shared() || means.means(Way.ANONYMISE).isPresent() || means.reach() != Reach.ERASABLE)
                .map(ErasureDefinition::reach)
                .orElse(Reach.INSEPARABLE);
    }

    private ItemVerdict verdict(Item item, ItemCount count, Circumstances circumstances) {
        return new ItemVerdict(
                item.id(), count.records(), item.erasureRule().verdict(circumstances, today), Optional.empty());
    }

    /** Records without any value are still records of what their collection is about. */
    private static List<ItemCount> counts(CollectionDefinition collection, Finding finding) {
        if (!finding.items().isEmpty()) {
            return finding.items().stream()
                    .sorted(Comparator.comparing(ItemCount::item))
                    .toList();
        }
        return collection.items().stream()
                .filter(item -> item.service().equals(finding.group().service()))
                .sorted()
                .map((ItemId item) -> new ItemCount(item, 0))
                .toList();
    }

    /** What is found by an address alone lies in another's account. */
    private static Asker asker(RecordGroup group) {
        return group.identifier().type() == IdentifierKind.EMAIL ? Asker.SOMEBODY_ELSE : Asker.CUSTOMER;
    }

    private Contracts contracts(Map<String, ErasureOutcome> found) {
        List<Finding> all = new ArrayList<>();
        List<RecordGroup> telling = new ArrayList<>();
        found.forEach((connector, outcome) -> outcome.findings().forEach(finding -> {
            all.add(finding);
            collection(connector, finding.group())
                    .flatMap(CollectionDefinition::erasure)
                    .flatMap(ErasureDefinition::contractUntil)
                    .ifPresent(_ -> telling.add(finding.group()));
        }));
        return new Contracts(all, telling::contains, today);
    }

    private Optional<CollectionDefinition> collection(String connector, RecordGroup group) {
        return connectors.named(connector).stream()
                .flatMap(definition -> definition.collections().stream())
                .filter(collection -> collection.id().equals(group.collection()))
                .findFirst();
    }
}
