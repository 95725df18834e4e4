package si.vpogled.bundle.completeness;

import java.util.List;
import si.vpogled.inventory.ItemId;

/** A bundle that may not be closed: some item in scope has no verdict. Run its connector again, or decide a partial answer. */
public final class IncompleteException extends RuntimeException {
    private final transient List<ItemId> items;

    public IncompleteException(List<ItemId> items) {
        super("The bundle cannot be closed, " + items.size() + " items have no verdict: "
                + String.join(", ", items.stream().map(ItemId::toString).toList()));
        this.items = List.copyOf(items);
    }

    /** The items without a verdict. */
    public List<ItemId> items() {
        return items;
    }
}
