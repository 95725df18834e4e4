package si.vpogled.bundle.completeness;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import si.vpogled.bundle.plan.BundlePlan;
import si.vpogled.connector.Outcome;
import si.vpogled.inventory.Inventory;
import si.vpogled.inventory.Item;
import si.vpogled.inventory.ItemId;

/** Every item in scope with its verdict, in the order of the inventory. Cannot be made with an item missing. */
public final class Completeness {
    private final List<ItemVerdict> items;

    private Completeness(List<ItemVerdict> items) {
        this.items = List.copyOf(items);
    }

    /** An item and what became of it. */
    public record ItemVerdict(Item item, Verdict verdict) {}

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
            verdict.ifPresentOrElse(value -> decided.add(new ItemVerdict(item, value)), () -> missing.add(item.id()));
        }
        if (!missing.isEmpty()) {
            throw new IncompleteException(missing);
        }
        return new Completeness(decided);
    }

    public List<ItemVerdict> items() {
        return items;
    }

    /** What stands in one cell of the table. */
    public List<ItemVerdict> cell(String service, String row) {
        return items.stream()
                .filter(line -> line.item().id().service().equals(service)
                        && line.item().id().row().equals(row))
                .toList();
    }

    /** The items that the person has: delivered, or held and left out. */
    public List<Item> held() {
        return items.stream()
                .filter(line -> switch (line.verdict()) {
                    case Verdict.Delivered _, Verdict.Withheld _, Verdict.KeptByLaw _, Verdict.OutsideRight _ -> true;
                    case Verdict.NoneHeld _, Verdict.ReferToController _, Verdict.Unreachable _ -> false;
                })
                .map(ItemVerdict::item)
                .toList();
    }

    /** How many items have each verdict. */
    public Map<String, Integer> counts() {
        Map<String, Integer> counts = new TreeMap<>();
        items.forEach(line -> counts.merge(line.verdict().kind(), 1, Integer::sum));
        return counts;
    }
}
