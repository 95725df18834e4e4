package si.vpogled.inventory;

import java.util.Map;
import si.vpogled.yaml.Problem;

/**
 * An inventory that was read, and where in its file each item stands.
 *
 * @param places by item; their reasons do not matter
 */
public record LoadedInventory(Inventory inventory, Map<ItemId, Problem> places) {
    public LoadedInventory {
        places = Map.copyOf(places);
    }

    Problem problem(ItemId item, String reason) {
        return places.get(item).because(reason);
    }
}
