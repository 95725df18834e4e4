package si.vpogled.connector.extract;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import si.vpogled.inventory.ItemId;

/**
 * An entry before its content is known.
 *
 * @param name path under the bundle's {@code data/} as the backend has it; it is made safe ({@link SafeName})
 * @param collection id of the collection it belongs to
 * @param items the inventory items that it carries
 * @param mediaType RFC 6838
 * @param modified when the backend says that it was last changed
 */
public record EntryDraft(
        String name,
        String collection,
        List<ItemId> items,
        Entry.Kind kind,
        String mediaType,
        Optional<Instant> modified) {
    public EntryDraft {
        items = List.copyOf(items);
    }
}
