package si.vpogled.connector.definition;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import si.vpogled.connector.definition.Definitions.Variable;
import si.vpogled.yaml.Problem;
import si.vpogled.yaml.YamlDocument;

/** A definition and the file that it stands in. */
record DefinitionFile(YamlDocument document, ConnectorDefinition definition) {
    Problem problem(String pointer, String reason) {
        return document.problem(pointer, reason);
    }

    List<Variable> variables() {
        List<Variable> variables = new ArrayList<>();
        for (int i = 0; i < definition.sources().size(); i++) {
            String pointer = "/sources/" + i + "/settings";
            collect(pointer, document.tree().at(pointer), variables);
        }
        return variables;
    }

    private void collect(String pointer, JsonNode value, List<Variable> variables) {
        if (value.isTextual()) {
            for (String name : Placeholders.names(value.textValue())) {
                Problem missing = problem(pointer, "the environment does not set " + name);
                variables.add(new Variable(name, definition.connector(), missing));
            }
        }
        value.properties()
                .forEach(entry ->
                        collect(pointer + '/' + YamlDocument.escape(entry.getKey()), entry.getValue(), variables));
        for (int i = 0; value.isArray() && i < value.size(); i++) {
            collect(pointer + '/' + i, value.get(i), variables);
        }
    }
}
