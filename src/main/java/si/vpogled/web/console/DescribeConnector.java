package si.vpogled.web.console;

import java.util.List;
import java.util.stream.Collectors;
import si.vpogled.connector.Order;
import si.vpogled.connector.definition.ConnectorDefinition;
import si.vpogled.connector.definition.ConnectorDefinition.CollectionDefinition;
import si.vpogled.connector.definition.ConnectorDefinition.IdentifyDefinition;
import si.vpogled.inventory.Inventory;
import si.vpogled.subject.IdentifierKind;
import si.vpogled.web.page.CountMessages;
import si.vpogled.web.page.Page;
import si.vpogled.web.words.TransportWords;

/** Tells a definition in words. Settings stay out of it: addresses and names of users are the operator's business. */
record DescribeConnector(Page page, Inventory inventory) {
    ConnectorView.Definition of(ConnectorDefinition definition) {
        return new ConnectorView.Definition(
                definition.sources().stream()
                        .map(source -> new ConnectorView.Way(source.id(), TransportWords.label(source.transport())))
                        .toList(),
                kinds(definition.needs()),
                kinds(definition.yields()),
                definition.identify().stream().map(this::step).toList(),
                page.number(definition.concurrency()),
                limits(definition.limits()),
                definition.collections().stream().map(this::collected).toList());
    }

    /** From what identifier to which others. */
    String step(IdentifyDefinition step) {
        return kind(step.from()) + " → "
                + step.yields().keySet().stream().map(this::kind).collect(Collectors.joining(", "));
    }

    private String limits(Order.Limits limits) {
        return String.join(
                ", ",
                Lasted.words(java.time.Duration.ofSeconds(limits.seconds()), page),
                page.counted(
                        limits.records(), page.messages(CountMessages.class).records()),
                page.size(limits.bytes()));
    }

    private ConnectorView.Collected collected(CollectionDefinition collection) {
        return new ConnectorView.Collected(
                collection.title(),
                collection.source(),
                collection.services().stream()
                        .map(service -> page.text(inventory.service(service).name()))
                        .collect(Collectors.joining(", ")),
                inventory.rows().stream()
                        .filter(row -> row.id().equals(collection.row()))
                        .map(Inventory.Row::name)
                        .findFirst()
                        .orElseThrow(),
                collection.items().stream()
                        .flatMap(item -> inventory.item(item).stream())
                        .map(item -> page.text(item.label()))
                        .distinct()
                        .collect(Collectors.joining(", ")));
    }

    private String kinds(List<IdentifierKind> kinds) {
        return kinds.stream().map(this::kind).collect(Collectors.joining(", "));
    }

    private String kind(IdentifierKind kind) {
        return page.messages(DeskMessages.class).kind(kind);
    }
}
