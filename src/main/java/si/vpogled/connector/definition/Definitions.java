package si.vpogled.connector.definition;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import si.vpogled.inventory.Answer;
import si.vpogled.yaml.Problem;

/**
 * All connectors of an installation, checked one by one and against each other.
 *
 * @param all in the order of their names
 * @param answers every item that one answers for, and where it says so
 * @param variables every <code>${NAME}</code> that their settings name, and where
 * @param checksums the SHA-256 of each one's file as it was checked, in hexadecimal, by the connector's name
 */
public record Definitions(
        List<ConnectorDefinition> all, List<Answer> answers, List<Variable> variables, Map<String, String> checksums) {
    public Definitions {
        checksums = Map.copyOf(checksums);
        all = List.copyOf(all);
        answers = List.copyOf(answers);
        variables = List.copyOf(variables);
    }

    public Optional<ConnectorDefinition> find(String connector) {
        return all.stream()
                .filter(definition -> definition.connector().equals(connector))
                .findFirst();
    }

    /** One problem for each place whose variable the environment does not set. */
    public List<Problem> missingVariables(Map<String, String> environment) {
        return variables.stream()
                .filter(variable -> !environment.containsKey(variable.name()))
                .map(Variable::missing)
                .toList();
    }

    /**
     * @param name of the environment variable
     * @param missing the problem that it is where nothing sets it
     */
    public record Variable(String name, String connector, Problem missing) {}
}
