package si.vpogled.connector.extract;

import java.util.Optional;

/**
 * A part of what an extract brings, narrower than an inventory item: an entry, a record of a collection, a field of one
 * record, or a field of all of them.
 *
 * @param entry name of a file, or of a collection's JSON, which then stands for its table and its contacts as well
 * @param record which one; empty for all
 * @param field its name; empty for all
 */
public record Part(String entry, Optional<Mark> record, Optional<String> field) {
    /**
     * A record, so that it is known again in another extract.
     *
     * @param number its place in the collection, from 1
     * @param print a keyed hash of it, lower-case hexadecimal
     */
    public record Mark(long number, String print) {}

    /** The same of a record that stands elsewhere now. */
    public Part at(long number) {
        return new Part(entry, record.map(mark -> new Mark(number, mark.print())), field);
    }

    /** How much of an entry a part is. */
    public enum Extent {
        ENTRY,
        RECORD,
        /** One field of all records. */
        COLUMN,
        /** One field of one record. */
        CELL
    }

    public Extent extent() {
        if (record.isPresent()) {
            return field.isPresent() ? Extent.CELL : Extent.RECORD;
        }
        return field.isPresent() ? Extent.COLUMN : Extent.ENTRY;
    }
}
