package si.vpogled.web.console;

import java.util.stream.Stream;
import si.vpogled.collection.Connectors;
import si.vpogled.connector.definition.ConnectorDefinition;
import si.vpogled.inventory.Inventory;
import si.vpogled.web.page.Page;

/**
 * What collections and their fields are called, as the connectors' definitions have it. A place is that of a collection,
 * {@code <service>/<row>/<collection>} with an ending or without, or of a file in it.
 */
record CollectionWords(Connectors connectors, Inventory inventory, Page page) {
    /** The collection, and the service that it is of; empty where no definition has it any more. */
    String title(String place) {
        return defined(place)
                .findFirst()
                .map(collection -> page.text(collection.title()) + " (" + service(place.split("/")[0]) + ")")
                .orElse("");
    }

    /** @param name of a field, which stays where no definition has it any more */
    String field(String place, String name) {
        return defined(place)
                .flatMap(collection -> collection.fields().stream())
                .filter(field -> field.name().equals(name))
                .map(ConnectorDefinition.FieldDefinition::label)
                .map(page::text)
                .findFirst()
                .orElse(name);
    }

    private Stream<ConnectorDefinition.CollectionDefinition> defined(String place) {
        String[] parts = place.split("/");
        return parts.length < 3
                ? Stream.empty()
                : connectors.all().stream()
                        .flatMap(connector -> connector.collections().stream())
                        .filter(collection -> collection.services().contains(parts[0])
                                && collection.row().equals(parts[1])
                                && collection.id().equals(parts[2].replaceFirst("\\.[a-z]+$", "")));
    }

    private String service(String id) {
        return inventory.services().stream()
                .filter(service -> service.id().equals(id))
                .map(Inventory.ServiceColumn::name)
                .map(page::text)
                .findFirst()
                .orElse(id);
    }
}
