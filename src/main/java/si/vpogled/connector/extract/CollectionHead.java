package si.vpogled.connector.extract;

import java.util.List;
import java.util.Optional;
import si.vpogled.connector.definition.ConnectorDefinition.FieldType;
import si.vpogled.inventory.ItemId;
import si.vpogled.text.Text;

/**
 * The head of a collection's JSON, before its {@code records}: all that a reader needs to show them.
 *
 * <pre>{"$schema": "../../schemas/collection.schema.json", "collection": "invoices", "title": {"sl": …, "en": …},
 *  "connector": "billing", "service": "domains", "row": "legal-framework",
 *  "fields": [{"name": "number", "label": {"sl": …, "en": …}, "type": "text", "secret": false}], "records": [{…}]}</pre>
 *
 * Each record is an object with the fields' names as keys; a field without a value is left out. A secret field holds
 * {@code true} where a value is held.
 *
 * @param retention how long each record is kept; where a date ends that, the field {@link #KEPT_UNTIL} tells it
 */
public record CollectionHead(
        String collection,
        Text title,
        String connector,
        String service,
        String row,
        Optional<Retention> retention,
        List<Field> fields) {
    /** The field that holds the last day on which its record is kept. */
    public static final String KEPT_UNTIL = "keptUntil";

    public CollectionHead {
        fields = List.copyOf(fields);
        retention = retention == null ? Optional.empty() : retention;
    }

    /**
     * @param rule key of a {@link si.vpogled.law.RetentionRule}
     * @param text the period and its article, in words
     */
    public record Retention(String rule, Text text) {}

    public record Field(String name, Text label, FieldType type, Optional<ItemId> item, boolean secret) {}
}
