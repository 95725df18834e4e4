package si.vpogled.bundle.content;

import java.util.List;
import si.vpogled.connector.extract.Entry;

/**
 * A file, or a collection with all its forms, as a connector brought it.
 *
 * @param number its place in the extract, from 1
 * @param entry of a collection its JSON
 * @param forms the other forms of a collection
 */
public record FoundEntry(int number, Entry entry, List<Entry> forms) {
    public FoundEntry {
        forms = List.copyOf(forms);
    }

    public boolean collection() {
        return entry.kind() == Entry.Kind.RECORDS;
    }

    /** In all its forms, uncompressed. */
    public long size() {
        return entry.size() + forms.stream().mapToLong(Entry::size).sum();
    }
}
