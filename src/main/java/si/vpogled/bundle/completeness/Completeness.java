package si.vpogled.bundle.completeness;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import si.vpogled.bundle.plan.BundlePlan;
import si.vpogled.connector.Outcome;
import si.vpogled.inventory.Inventory;
import si.vpogled.inventory.Item;
import si.vpogled.inventory.ItemId;
import si.vpogled.subject.Identifier;
import si.vpogled.subject.IdentifierKind;
import si.vpogled.text.Text;

/** Every item in scope with its verdict, in the order of the inventory. Cannot be made with an item missing. */
public final class Completeness {
    private final List<ItemVerdict> items;
    private final List<Remark> remarks;
    private final List<String> domains;
    private final Optional<OpenAccounts> open;
    private final boolean allAnswered;

    private Completeness(
            List<ItemVerdict> items,
            List<Remark> remarks,
            List<String> domains,
            Optional<OpenAccounts> open,
            boolean allAnswered) {
        this.items = List.copyOf(items);
        this.remarks = List.copyOf(remarks);
        this.domains = List.copyOf(domains);
        this.open = open;
        this.allAnswered = allAnswered;
    }

    /**
     * An item and what became of it.
     *
     * @param found whether there is such data as far as anybody looked, in the answer or not
     */
    public record ItemVerdict(Item item, Verdict verdict, boolean found) {}

    /**
     * What a connector left out, or brought otherwise than it was held, and how often.
     *
     * @param items whose data it is; none where it is said of all that the connector brought
     * @param leftOut whether it is not in the bundle at all
     */
    public record Remark(String connector, Text text, long count, List<ItemId> items, boolean leftOut) {}

    /**
     * @param outcomes of the plan's extracts
     * @param carriers what goes into the bundle of them
     * @throws IncompleteException naming every item in scope for which the plan decides nothing and no outcome speaks
     */
    public static Completeness of(Inventory inventory, BundlePlan plan, List<Outcome> outcomes, Carriers carriers) {
        Scope scope = new Scope(inventory, plan);
        DecideVerdict decide = new DecideVerdict(plan, outcomes, carriers);
        List<ItemVerdict> decided = new ArrayList<>();
        List<ItemId> missing = new ArrayList<>();
        for (Item item : scope.items()) {
            Optional<Verdict> verdict = decide.verdict(item);
            verdict.ifPresentOrElse(
                    value -> decided.add(new ItemVerdict(item, value, decide.found(item))),
                    () -> missing.add(item.id()));
        }
        if (!missing.isEmpty()) {
            throw new IncompleteException(missing);
        }
        List<Remark> remarks = new ArrayList<>(remarks(outcomes, scope));
        carriers.leftOut().forEach(leftOut -> remarks.add(remark(leftOut, scope)));
        carriers.parts().stream().map(Completeness::remark).forEach(remarks::add);
        return new Completeness(
                decided,
                remarks,
                domains(plan, outcomes),
                decide.open(),
                plan.gaps().isEmpty());
    }

    private static List<String> domains(BundlePlan plan, List<Outcome> outcomes) {
        Stream<String> found = outcomes.stream()
                .flatMap(outcome -> outcome.identifiers().stream())
                .filter(identifier -> identifier.type() == IdentifierKind.DOMAIN)
                .map(Identifier::value);
        return Stream.concat(plan.domains().stream(), found).distinct().toList();
    }

    private static Remark remark(PartLeftOut part) {
        return new Remark(part.connector(), part.text(), part.records(), part.items(), true);
    }

    private static Remark remark(Carriers.LeftOut leftOut, Scope scope) {
        List<Item> handedOut = items(leftOut.handedOut(), scope);
        return new Remark(
                handedOut.getFirst().connector(),
                Reasons.leftOutWhole(handedOut, items(leftOut.because(), scope)),
                leftOut.files(),
                leftOut.handedOut(),
                true);
    }

    private static List<Item> items(List<ItemId> ids, Scope scope) {
        return ids.stream().flatMap(id -> scope.item(id).stream()).toList();
    }

    private static List<Remark> remarks(List<Outcome> outcomes, Scope scope) {
        return outcomes.stream()
                .flatMap(outcome -> outcome.remarks().stream()
                        .map(remark -> new Remark(
                                outcome.connector(), remark.text(), remark.count(), remark.items(), remark.leftOut())))
                .filter(remark -> remark.items().isEmpty()
                        || remark.items().stream()
                                .anyMatch(item -> scope.item(item).isPresent()))
                .toList();
    }

    public List<ItemVerdict> items() {
        return items;
    }

    /** The subject's domains, as far as they are known. */
    public List<String> domains() {
        return domains;
    }

    /** What is not in the bundle although it was found, or not as it was. */
    public List<Remark> remarks() {
        return remarks;
    }

    /** Those that concern one cell of the table. */
    public List<Remark> remarks(String service, String row) {
        return remarks.stream()
                .filter(remark -> remark.items().stream()
                        .anyMatch(item ->
                                item.service().equals(service) && item.row().equals(row)))
                .toList();
    }

    /** What stands in one cell of the table. */
    public List<ItemVerdict> cell(String service, String row) {
        return items.stream()
                .filter(line -> line.item().id().service().equals(service)
                        && line.item().id().row().equals(row))
                .toList();
    }

    /**
     * What is outside the right, for one reason.
     *
     * @param article what the reason rests on
     */
    public record Outside(Text reason, Optional<Text> article, List<Item> items) {
        public Outside {
            items = List.copyOf(items);
        }
    }

    /** All that is outside the right, by reason, in the order of the inventory. */
    public List<Outside> outside() {
        Map<List<Object>, Outside> byReason = new LinkedHashMap<>();
        for (ItemVerdict line : items) {
            if (line.verdict() instanceof Verdict.OutsideRight verdict) {
                byReason.merge(
                        List.of(verdict.reason(), verdict.article()),
                        new Outside(verdict.reason(), verdict.article(), List.of(line.item())),
                        (a, b) -> new Outside(
                                a.reason(),
                                a.article(),
                                Stream.concat(a.items().stream(), b.items().stream())
                                        .toList()));
            }
        }
        return List.copyOf(byReason.values());
    }

    /** The items that the person has, as far as was looked: delivered, in whole or in part, or found and left out. */
    public List<Item> held() {
        return items.stream()
                .filter(line -> line.found() && !(line.verdict() instanceof Verdict.OutsideRight))
                .map(ItemVerdict::item)
                .toList();
    }

    /** Accounts at which nobody looked, because what leads to them proves nothing yet. */
    public Optional<OpenAccounts> open() {
        return open;
    }

    /** Whether every system answered that could know of anything in scope, and no account was left out. */
    public boolean complete() {
        return open.isEmpty() && allAnswered;
    }

    /** The last day on which the longest-kept record of a delivered item is kept, where a date ends the retention. */
    public Optional<LocalDate> keptUntil(Item item) {
        return items.stream()
                .filter(line -> line.item().equals(item))
                .map(ItemVerdict::verdict)
                .filter(Verdict.Delivered.class::isInstance)
                .findFirst()
                .flatMap(verdict -> ((Verdict.Delivered) verdict).keptUntil());
    }

    /** How many items have each verdict. */
    public Map<String, Integer> counts() {
        Map<String, Integer> counts = new TreeMap<>();
        items.forEach(line -> counts.merge(line.verdict().kind(), 1, Integer::sum));
        return counts;
    }
}
