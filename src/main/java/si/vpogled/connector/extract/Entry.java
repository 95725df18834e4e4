package si.vpogled.connector.extract;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
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
 */
public record Entry(
        String name,
        String collection,
        List<ItemId> items,
        Kind kind,
        String mediaType,
        long size,
        String sha512,
        long records) {
    public Entry {
        items = List.copyOf(items);
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
