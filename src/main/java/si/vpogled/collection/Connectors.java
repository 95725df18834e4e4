package si.vpogled.collection;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import si.vpogled.connector.Fault;
import si.vpogled.connector.FaultKind;
import si.vpogled.connector.definition.ConnectorDefinition;
import si.vpogled.inventory.ItemId;

/** The connectors of this installation, checked against the inventory at start. */
public final class Connectors {
    private final List<ConnectorDefinition> definitions;
    private final Waves waves;

    public Connectors(List<ConnectorDefinition> definitions) {
        this.definitions = List.copyOf(definitions);
        this.waves = new Waves(definitions);
    }

    public List<ConnectorDefinition> all() {
        return definitions;
    }

    public Optional<ConnectorDefinition> named(String connector) {
        return definitions.stream()
                .filter(definition -> definition.connector().equals(connector))
                .findFirst();
    }

    /** What is wrong with a run whose definition an operator took away while its case waited. */
    public static Fault undefined(String connector) {
        return new Fault(
                FaultKind.MISCONFIGURED,
                "There is no definition of " + connector
                        + " any more: put it back and ask it again, or release in part");
    }

    /** The connectors whose answer may not be all there is while one is silent. */
    public Set<String> behind(String silent) {
        return waves.behind(silent);
    }

    Waves waves() {
        return waves;
    }

    /** Those that answer for an item of the services. */
    List<ConnectorDefinition> inScope(List<String> services) {
        return definitions.stream()
                .filter(definition -> !items(definition, services).isEmpty())
                .toList();
    }

    static List<ItemId> items(ConnectorDefinition definition, List<String> services) {
        return definition.items().stream()
                .filter(item -> services.contains(item.service()))
                .toList();
    }
}
