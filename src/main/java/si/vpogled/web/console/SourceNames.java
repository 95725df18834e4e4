package si.vpogled.web.console;

import java.util.List;
import java.util.stream.Collectors;
import si.vpogled.collection.Connectors;
import si.vpogled.connector.definition.ConnectorDefinition;
import si.vpogled.web.page.Page;

/** What connectors are called. */
record SourceNames(Connectors connectors, Page page) {
    String title(String connector) {
        return connectors
                .named(connector)
                .map(ConnectorDefinition::title)
                .map(page::text)
                .orElse(connector);
    }

    String titles(List<String> named) {
        return named.stream().map(this::title).collect(Collectors.joining(", "));
    }
}
