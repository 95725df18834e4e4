package si.vpogled.manifests;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import si.vpogled.connector.definition.ConnectorDefinition;
import si.vpogled.connector.definition.DefinitionLoader;

/** The connectors that come along, and what their Jobs are known by. */
public final class Connectors {
    static final String NAME_LABEL = "app.kubernetes.io/name";
    static final String NAME = "vpogled-connector";
    static final String CONNECTOR_LABEL = "vpogled.si/connector";

    private static final List<ConnectorDefinition> ALL =
            new DefinitionLoader().builtIn().all();

    private Connectors() {}

    static List<ConnectorDefinition> all() {
        return ALL;
    }

    static List<Map<String, String>> labels() {
        return ALL.stream().map(one -> labels(one.connector())).toList();
    }

    /** What network policies know its Jobs by. */
    public static Map<String, String> labels(String connector) {
        return Map.of(NAME_LABEL, NAME, CONNECTOR_LABEL, connector);
    }

    /** Under which names its Secret holds what its definition refers to. */
    static Set<String> secrets(ConnectorDefinition definition) {
        Set<String> names = new TreeSet<>();
        definition
                .sources()
                .forEach(source -> source.settings().findValues("secret").stream()
                        .map(JsonNode::asText)
                        .forEach(names::add));
        return names;
    }
}
