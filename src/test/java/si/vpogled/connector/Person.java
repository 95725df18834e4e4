package si.vpogled.connector;

import java.util.List;
import java.util.Map;
import si.vpogled.inventory.ItemId;
import si.vpogled.subject.Identifier;

/**
 * Somebody whom a backend under contract may know.
 *
 * @param known by what the order names them
 * @param accounts what identification must add
 * @param found how often each inventory item must be found; every other item of the definition is not held, or, of
 *     somebody who has very much, not asked for
 */
public record Person(List<Identifier> known, List<Identifier> accounts, Map<String, Long> found) {
    public Person {
        known = List.copyOf(known);
        accounts = List.copyOf(accounts);
        found = Map.copyOf(found);
    }

    /** The items that are held of them. */
    List<ItemId> held() {
        return found.keySet().stream().map(ItemId::parse).sorted().toList();
    }
}
