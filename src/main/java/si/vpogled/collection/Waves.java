package si.vpogled.collection;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import si.vpogled.connector.definition.ConnectorDefinition;
import si.vpogled.subject.IdentifierKind;

/**
 * Which connectors can run now. A connector waits for those that may yield what it needs, and then runs if anything it
 * needs is known. A pure function of definitions, states and what is known.
 */
final class Waves {
    private final List<ConnectorDefinition> definitions;

    Waves(List<ConnectorDefinition> definitions) {
        this.definitions = List.copyOf(definitions);
    }

    enum Verb {
        START,
        /** Nothing it could look anybody up by, although everyone answered. */
        NOT_NEEDED,
        /** It cannot be told, because a connector before it failed. */
        BLOCKED
    }

    /**
     * @param by the connector that failed, where blocked
     */
    record Step(String connector, Verb verb, String by) {}

    /**
     * The next steps of all connectors that still wait.
     *
     * @param silent connectors that ended without having said all the identifiers they could
     */
    List<Step> next(Map<String, RunState> states, Set<String> silent, Set<IdentifierKind> known) {
        List<Step> steps = new ArrayList<>();
        for (ConnectorDefinition definition : definitions) {
            if (states.get(definition.connector()) == RunState.WAITING) {
                step(definition, states, silent, known).ifPresent(steps::add);
            }
        }
        return steps;
    }

    private Optional<Step> step(
            ConnectorDefinition waiting, Map<String, RunState> states, Set<String> silent, Set<IdentifierKind> known) {
        List<String> before = before(waiting, states);
        if (before.stream().anyMatch(connector -> !states.get(connector).ended())) {
            return Optional.empty();
        }
        if (waiting.needs().stream().anyMatch(known::contains)) {
            return Optional.of(new Step(waiting.connector(), Verb.START, ""));
        }
        return Optional.of(before.stream()
                .filter(silent::contains)
                .findFirst()
                .map(connector -> new Step(waiting.connector(), Verb.BLOCKED, connector))
                .orElseGet(() -> new Step(waiting.connector(), Verb.NOT_NEEDED, "")));
    }

    /** The connectors of this case that may yield what one needs. */
    private List<String> before(ConnectorDefinition waiting, Map<String, RunState> states) {
        return definitions.stream()
                .filter(other -> !other.connector().equals(waiting.connector()))
                .filter(other -> states.containsKey(other.connector()))
                .filter(other -> other.yields().stream().anyMatch(waiting.needs()::contains))
                .map(ConnectorDefinition::connector)
                .toList();
    }

    /**
     * The connectors whose answer may not be all there is while one is silent: all that need what it yields, and all
     * that need what those yield.
     */
    Set<String> behind(String silent) {
        Set<String> behind = new TreeSet<>();
        Deque<String> ahead = new ArrayDeque<>(List.of(silent));
        while (!ahead.isEmpty()) {
            after(ahead.pop()).stream().filter(behind::add).forEach(ahead::push);
        }
        return behind;
    }

    /** The connectors that must be asked again when one answers anew: all that need what it yields. */
    List<String> after(String connector) {
        List<IdentifierKind> yields = definitions.stream()
                .filter(definition -> definition.connector().equals(connector))
                .flatMap(definition -> definition.yields().stream())
                .toList();
        return definitions.stream()
                .filter(other -> !other.connector().equals(connector))
                .filter(other -> other.needs().stream().anyMatch(yields::contains))
                .map(ConnectorDefinition::connector)
                .toList();
    }
}
