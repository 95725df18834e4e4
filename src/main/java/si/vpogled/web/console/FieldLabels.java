package si.vpogled.web.console;

import java.util.Arrays;
import java.util.List;
import si.vpogled.collection.Connectors;
import si.vpogled.connector.definition.ConnectorDefinition;
import si.vpogled.web.page.Page;

/** What the fields of collections are called, as the connectors' definitions have it. */
record FieldLabels(Connectors connectors, Page page) {
    /**
     * @param place of a collection: {@code <service>/<row>/<collection>}, with an ending or without
     * @param field its name, which stays where no definition has it any more
     */
    String of(String place, String field) {
        List<String> parts = Arrays.asList(place.split("/"));
        return parts.size() < 3
                ? field
                : connectors.all().stream()
                        .flatMap(connector -> connector.collections().stream())
                        .filter(collection -> collection.services().contains(parts.get(0))
                                && collection.row().equals(parts.get(1))
                                && collection.id().equals(parts.get(2).replaceFirst("\\.[a-z]+$", "")))
                        .flatMap(collection -> collection.fields().stream())
                        .filter(one -> one.name().equals(field))
                        .map(ConnectorDefinition.FieldDefinition::label)
                        .map(page::text)
                        .findFirst()
                        .orElse(field);
    }
}
