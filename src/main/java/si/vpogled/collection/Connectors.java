package si.vpogled.collection;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import si.vpogled.connector.Fault;
import si.vpogled.connector.FaultKind;
import si.vpogled.connector.Order;
import si.vpogled.connector.definition.ConnectorDefinition;
import si.vpogled.connector.definition.Definitions;
import si.vpogled.inventory.ItemId;
import si.vpogled.request.Right;
import si.vpogled.subject.IdentifierKind;

/** The connectors of this installation, checked against the inventory at start. */
public final class Connectors {
    private final List<ConnectorDefinition> definitions;
    private final Set<ItemId> outsidePortability;
    private final Map<String, String> checksums;
    private final Waves waves;

    public Connectors(List<ConnectorDefinition> definitions) {
        this(definitions, Set.of());
    }

    /** @param outsidePortability items that a portability request does not ask for */
    public Connectors(List<ConnectorDefinition> definitions, Set<ItemId> outsidePortability) {
        this(definitions, outsidePortability, Map.of());
    }

    Connectors(Definitions checked, Set<ItemId> outsidePortability) {
        this(checked.all(), outsidePortability, checked.checksums());
    }

    private Connectors(
            List<ConnectorDefinition> definitions, Set<ItemId> outsidePortability, Map<String, String> checksums) {
        this.definitions = List.copyOf(definitions);
        this.outsidePortability = Set.copyOf(outsidePortability);
        this.checksums = Map.copyOf(checksums);
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

    /** The SHA-256 of each definition's file as it was checked, in hexadecimal, by the connector's name. */
    public Map<String, String> checksums() {
        return checksums;
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

    /** Those that answer for a wanted item, and those that say by what these look people up. */
    List<ConnectorDefinition> inScope(List<String> services, Right right) {
        Set<ConnectorDefinition> asked = definitions.stream()
                .filter(definition -> !items(definition, services, right).isEmpty())
                .collect(Collectors.toCollection(LinkedHashSet::new));
        boolean grown = true;
        while (grown) {
            Set<IdentifierKind> needs = asked.stream()
                    .flatMap(definition -> definition.needs().stream())
                    .collect(Collectors.toSet());
            grown = asked.addAll(definitions.stream()
                    .filter(definition -> definition.yields().stream().anyMatch(needs::contains))
                    .toList());
        }
        return definitions.stream().filter(asked::contains).toList();
    }

    /** What connectors are asked to do for a right, to begin with. */
    static Order.Operation operation(Right right) {
        return switch (right) {
            case ACCESS, PORTABILITY -> Order.Operation.COLLECT;
            case ERASURE -> Order.Operation.FIND;
        };
    }

    /** The items that a connector is asked for: what is not handed out is not collected (GDPR Art. 5(1)(c)). */
    List<ItemId> items(ConnectorDefinition definition, List<String> services, Right right) {
        return definition.items().stream()
                .filter(item -> services.contains(item.service()))
                .filter(item -> right != Right.PORTABILITY || !outsidePortability.contains(item))
                .toList();
    }
}
