package si.vpogled.connector.extract;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import si.vpogled.inventory.ItemId;

/**
 * What one entry of an extract is; a line of {@code entries.jsonl}, {@code entry.schema.json}.
 *
 * @param name path under the bundle's {@code data/}: relative, normalised, never {@code ..}:
 *     {@code domains/legal-framework/invoices.json}
 * @param collection id of the collection it belongs to
 * @param items the inventory items that it carries
 * @param kind what a reader does with it
 * @param mediaType RFC 6838
 * @param size in bytes, uncompressed
 * @param sha512 of the uncompressed content, lower-case hexadecimal
 * @param records in it; 0 for a file
 * @param keptUntil the last day on which the longest-kept record in it is kept, where a date ends the retention
 */
public record Entry(
        String name,
        String collection,
        List<ItemId> items,
        Kind kind,
        String mediaType,
        long size,
        String sha512,
        long records,
        Optional<LocalDate> keptUntil) {
    public Entry {
        items = List.copyOf(items);
        keptUntil = keptUntil == null ? Optional.empty() : keptUntil;
    }

    /** The name up to its last dot, which the forms of one collection share. */
    public String nameWithoutEnding() {
        int dot = name.lastIndexOf('.');
        return dot < 0 ? name : name.substring(0, dot);
    }

    public enum Kind {
        /** The collection as JSON, {@code collection.schema.json}; the report shows its records. */
        @JsonProperty("records")
        RECORDS,
        /** The same records as CSV (RFC 4180). */
        @JsonProperty("table")
        TABLE,
        @JsonProperty("contacts")
        CONTACTS,
        @JsonProperty("file")
        FILE,
        @JsonProperty("mail")
        MAIL,
        @JsonProperty("rdap")
        RDAP
    }
}
