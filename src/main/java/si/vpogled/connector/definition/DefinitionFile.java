package si.vpogled.connector.definition;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import si.vpogled.connector.definition.ConnectorDefinition.CollectionDefinition;
import si.vpogled.connector.definition.Definitions.Variable;
import si.vpogled.inventory.Answer;
import si.vpogled.inventory.ItemId;
import si.vpogled.storage.seal.Sha256;
import si.vpogled.yaml.Problem;
import si.vpogled.yaml.YamlDocument;

/** A definition and the file that it stands in. */
record DefinitionFile(YamlDocument document, ConnectorDefinition definition) {
    Problem problem(String pointer, String reason) {
        return document.problem(pointer, reason);
    }

    /** SHA-256 of the file, in hexadecimal: by it a job knows that it has the one that was checked. */
    String checksum() {
        return Sha256.hex(document.content());
    }

    /** Every item that some collection answers for, at the first place that says so. */
    List<Answer> answers() {
        Map<ItemId, Answer> answers = new LinkedHashMap<>();
        for (int i = 0; i < definition.collections().size(); i++) {
            CollectionDefinition collection = definition.collections().get(i);
            String pointer = "/collections/" + i;
            collection.itemPlaces().forEach((item, place) -> answer(collection, item, pointer + place, answers));
        }
        return List.copyOf(answers.values());
    }

    private void answer(CollectionDefinition collection, String item, String pointer, Map<ItemId, Answer> answers) {
        for (String service : collection.services()) {
            ItemId id = new ItemId(service, collection.row(), item);
            answers.putIfAbsent(id, new Answer(definition.connector(), id, problem(pointer, "")));
        }
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
