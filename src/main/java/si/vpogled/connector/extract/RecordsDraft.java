package si.vpogled.connector.extract;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import si.vpogled.inventory.ItemId;

/**
 * A collection of records before they are known.
 *
 * @param items the inventory items that it carries
 * @param contacts vCard property of each field that has one ({@code FN}, {@code EMAIL}); empty where no vCard is wanted
 */
public record RecordsDraft(CollectionHead head, List<ItemId> items, Map<String, String> contacts) {
    public RecordsDraft {
        items = List.copyOf(items);
        contacts = Map.copyOf(contacts);
    }

    EntryDraft entry(String ending, Entry.Kind kind, String mediaType) {
        String name = head.service() + '/' + head.row() + '/' + head.collection() + ending;
        return new EntryDraft(name, head.collection(), items, kind, mediaType, Optional.empty());
    }
}
