package si.vpogled.bundle.completeness;

import java.util.List;
import si.vpogled.inventory.ItemId;
import si.vpogled.text.Text;

/**
 * What was left out of a collection for the rights of others, as far as it may be told.
 *
 * @param place under {@code data/}: the collection's JSON, or the folder of its files, which ends with a slash. A file is
 *     not named: its name may tell what it must not
 * @param records of which something is left out, or files
 * @param fields names of the fields that are left out of these records; none where it is the records
 * @param items that it carries
 * @param text which collection, what of it, and why
 */
public record PartLeftOut(
        String connector,
        String place,
        long records,
        List<String> fields,
        List<ItemId> items,
        String ground,
        Text article,
        Text reason,
        Text text) {
    public PartLeftOut {
        fields = List.copyOf(fields);
        items = List.copyOf(items);
    }

    /** The same of as many more. */
    PartLeftOut and(PartLeftOut other) {
        return new PartLeftOut(connector, place, records + other.records, fields, items, ground, article, reason, text);
    }

    public boolean ofFiles() {
        return place.endsWith("/");
    }
}
