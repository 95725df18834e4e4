package si.vpogled.web.input;

import si.vpogled.inventory.Inventory;
import si.vpogled.inventory.Item;
import si.vpogled.inventory.ItemId;
import si.vpogled.request.CaseException;

/** An item of the inventory, as an address names it. */
public final class NamedItem {
    private NamedItem() {}

    /** @throws CaseException where no item is written so */
    public static ItemId id(String name) {
        try {
            return ItemId.parse(name);
        } catch (IllegalArgumentException _) {
            throw unknown();
        }
    }

    /** @throws CaseException where the inventory has no such item */
    public static Item of(Inventory inventory, String name) {
        return inventory.item(id(name)).orElseThrow(NamedItem::unknown);
    }

    /** Does not repeat what was typed. */
    private static CaseException unknown() {
        return new CaseException(CaseException.Problem.UNKNOWN_ITEM, "…");
    }
}
