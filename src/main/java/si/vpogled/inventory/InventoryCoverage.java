package si.vpogled.inventory;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import si.vpogled.yaml.Problem;

/** Holds the inventory against the connectors: every item is answered for, by the connector that it names. */
public final class InventoryCoverage {
    private InventoryCoverage() {}

    /**
     * @param connectors by name, the items that each answers for
     * @return empty where both agree; in {@link Problem#file} stands {@code inventory}, or {@code connector} and a name
     */
    public static List<Problem> problems(Inventory inventory, Map<String, ? extends Collection<ItemId>> connectors) {
        List<Problem> problems = new ArrayList<>();
        for (Item item : inventory.items()) {
            if (!connectors.containsKey(item.connector())) {
                problems.add(unanswered(item, "and there is none of that name"));
            } else if (!connectors.get(item.connector()).contains(item.id())) {
                problems.add(unanswered(item, "which has no collection or field for it"));
            }
        }
        new TreeMap<>(connectors).forEach((connector, items) -> {
            for (ItemId id : new TreeSet<>(items)) {
                stray(inventory.item(id), connector)
                        .ifPresent(reason -> problems.add(
                                Problem.of("connector " + connector, "answers for the item " + id + ", " + reason)));
            }
        });
        return problems;
    }

    private static Problem unanswered(Item item, String reason) {
        return Problem.of(
                "inventory", "the item " + item.id() + " names the connector " + item.connector() + ", " + reason);
    }

    private static Optional<String> stray(Optional<Item> item, String connector) {
        if (item.isEmpty()) {
            return Optional.of("which the inventory does not have");
        }
        String owner = item.get().connector();
        return owner.equals(connector) ? Optional.empty() : Optional.of("which the inventory gives to " + owner);
    }
}
