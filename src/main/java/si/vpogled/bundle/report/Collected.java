package si.vpogled.bundle.report;

import java.util.List;
import java.util.Optional;
import si.vpogled.bundle.completeness.PartLeftOut;
import si.vpogled.connector.extract.Entry;
import si.vpogled.inventory.ItemId;
import si.vpogled.text.Text;

/**
 * One collection as it goes into the bundle.
 *
 * @param title for people
 * @param count of records, or of files
 * @param items that it carries
 * @param retention how long its records are kept, in words
 * @param records the entry with its records as JSON, where it has records
 * @param others the same records in other forms, or the files
 * @param withheld what is left out of it for the rights of others, beside whole items
 */
public record Collected(
        String service,
        String row,
        String id,
        Text title,
        long count,
        List<ItemId> items,
        Optional<Text> retention,
        Optional<Entry> records,
        List<Entry> others,
        List<PartLeftOut> withheld) {
    public Collected {
        items = List.copyOf(items);
        others = List.copyOf(others);
        withheld = List.copyOf(withheld);
    }
}
