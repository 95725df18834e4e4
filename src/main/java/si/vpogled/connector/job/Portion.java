package si.vpogled.connector.job;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import si.vpogled.connector.definition.ConnectorDefinition;
import si.vpogled.connector.definition.ConnectorDefinition.CollectionDefinition;
import si.vpogled.connector.definition.ConnectorDefinition.FieldDefinition;
import si.vpogled.connector.definition.ConnectorDefinition.FieldType;
import si.vpogled.connector.definition.ConnectorDefinition.Form;
import si.vpogled.connector.extract.CollectionHead;
import si.vpogled.connector.extract.RecordsDraft;
import si.vpogled.inventory.ItemId;
import si.vpogled.text.Texts;

/**
 * One collection for one service, as far as the order wants it.
 *
 * @param items that are wanted, never none
 * @param fields of wanted items, and those that are context
 */
record Portion(
        CollectionDefinition collection,
        String connector,
        String service,
        List<ItemId> items,
        List<FieldDefinition> fields) {
    private static final Texts TEXTS = Texts.of("connector");
    private static final CollectionHead.Field KEPT_UNTIL = new CollectionHead.Field(
            CollectionHead.KEPT_UNTIL, TEXTS.text("kept-until"), FieldType.DATE, Optional.empty(), false);

    /** The portions of a definition that carry a wanted item, in its order. */
    static List<Portion> of(ConnectorDefinition definition, Tally wanted) {
        return definition.collections().stream()
                .flatMap(collection -> collection.services().stream()
                        .map(service -> of(definition.connector(), collection, service, wanted)))
                .filter(portion -> !portion.items.isEmpty())
                .toList();
    }

    private static Portion of(String connector, CollectionDefinition collection, String service, Tally wanted) {
        List<ItemId> items = collection.items().stream()
                .filter(item -> item.service().equals(service) && wanted.wants(item))
                .toList();
        List<FieldDefinition> fields = collection.fields().stream()
                .filter(field -> field.item()
                        .map(name -> wanted.wants(new ItemId(service, collection.row(), name)))
                        .orElse(true))
                .toList();
        return new Portion(collection, connector, service, items, fields);
    }

    ItemId item(String name) {
        return new ItemId(service, collection.row(), name);
    }

    /** Where the values of items stand that are not wanted. */
    List<String> unwanted() {
        return collection.fields().stream()
                .filter(field -> field.item().isPresent() && !fields.contains(field))
                .map(FieldDefinition::from)
                .toList();
    }

    /** The items that every record or file counts for, where they are wanted. */
    List<ItemId> whole() {
        return carried().stream().filter(items::contains).toList();
    }

    /** The items that stand in every file, wanted or not: a file cannot be taken apart. */
    List<ItemId> carried() {
        return collection.whole().stream().map(this::item).toList();
    }

    String folder() {
        return service + '/' + collection.row() + '/' + collection.id();
    }

    RecordsDraft draft() {
        Map<String, String> contacts = collection.as() != Form.CONTACTS
                ? Map.of()
                : fields.stream()
                        .filter(field -> field.vcard().isPresent())
                        .collect(Collectors.toMap(
                                FieldDefinition::name, field -> field.vcard().orElseThrow()));
        return new RecordsDraft(head(), items, contacts);
    }

    /** Where the collection as a whole stands for an item, a field without one of its own does so too. */
    private CollectionHead.Field column(FieldDefinition field) {
        return new CollectionHead.Field(
                field.name(),
                field.label(),
                field.type(),
                field.item().or(collection::item).map(this::item),
                field.secret());
    }

    private CollectionHead head() {
        Stream<CollectionHead.Field> columns = fields.stream().map(this::column);
        KeptUntil keptUntil = KeptUntil.of(collection);
        return new CollectionHead(
                collection.id(),
                collection.title(),
                connector,
                service,
                collection.row(),
                keptUntil.rule().map(rule -> new CollectionHead.Retention(rule.key(), rule.text())),
                Stream.concat(columns, keptUntil.isDated() ? Stream.of(KEPT_UNTIL) : Stream.empty())
                        .toList());
    }
}
