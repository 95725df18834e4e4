package si.vpogled.inventory;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import si.vpogled.yaml.Problem;

/** Holds the inventory against the connectors: every item is answered for, by the connector that it names. */
public final class InventoryCoverage {
    private InventoryCoverage() {}

    /**
     * @param answers of all connectors
     * @return empty where both agree; else each with its place in the inventory's or the connector's file
     */
    public static List<Problem> problems(LoadedInventory inventory, Collection<Answer> answers) {
        Map<String, Set<ItemId>> connectors = answers.stream()
                .collect(
                        Collectors.groupingBy(Answer::connector, Collectors.mapping(Answer::item, Collectors.toSet())));
        List<Problem> problems = new ArrayList<>();
        for (Item item : inventory.inventory().items()) {
            if (!connectors.containsKey(item.connector())) {
                problems.add(unanswered(inventory, item, "and there is none of that name"));
            } else if (!connectors.get(item.connector()).contains(item.id())) {
                problems.add(unanswered(inventory, item, "which has no collection or field for it"));
            }
        }
        for (Answer answer : answers) {
            stray(inventory.inventory().item(answer.item()), answer.connector())
                    .map(reason -> answer.place().because("answers for the item " + answer.item() + ", " + reason))
                    .ifPresent(problems::add);
        }
        return problems.stream().sorted().toList();
    }

    private static Problem unanswered(LoadedInventory inventory, Item item, String reason) {
        return inventory.problem(
                item.id(), "the item " + item.id() + " names the connector " + item.connector() + ", " + reason);
    }

    private static Optional<String> stray(Optional<Item> item, String connector) {
        if (item.isEmpty()) {
            return Optional.of("which the inventory does not have");
        }
        String owner = item.get().connector();
        return owner.equals(connector) ? Optional.empty() : Optional.of("which the inventory gives to " + owner);
    }
}
