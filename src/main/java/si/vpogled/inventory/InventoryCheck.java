package si.vpogled.inventory;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import si.vpogled.law.EconomicArea;
import si.vpogled.yaml.Problem;
import si.vpogled.yaml.YamlDocument;

/** What a JSON Schema cannot say: names that must exist, cells that must be there, each thing once. */
final class InventoryCheck {
    private static final int MAX_LISTED = 100;

    private final YamlDocument document;
    private final JsonNode tree;
    private final List<Problem> problems = new ArrayList<>();

    InventoryCheck(YamlDocument document) {
        this.document = document;
        this.tree = document.tree();
    }

    /** Tolerates whatever the schema refuses, so that one start names both kinds of mistakes. */
    List<Problem> problems() {
        Set<String> services = ids("services");
        Set<String> rows = ids("rows");
        checkTable(services, rows);
        checkTemplatesAreUsed();
        checkSafeguards();
        ItemCheck items = new ItemCheck(document, problems);
        tree.path("templates")
                .properties()
                .forEach(template ->
                        items.checkFacts("/templates/" + YamlDocument.escape(template.getKey()), template.getValue()));
        for (int cell = 0; cell < tree.path("cells").size(); cell++) {
            checkItems(items, "/cells/" + cell + "/items");
        }
        return problems;
    }

    private Set<String> ids(String list) {
        Set<String> ids = new HashSet<>();
        for (int i = 0; i < tree.path(list).size(); i++) {
            String pointer = "/" + list + "/" + i + "/id";
            JsonNode id = tree.at(pointer);
            if (id.isTextual() && !ids.add(id.textValue())) {
                problems.add(document.problem(pointer, id.textValue() + " stands in " + list + " twice"));
            }
        }
        return ids;
    }

    private void checkTable(Set<String> services, Set<String> rows) {
        Map<String, Integer> seen = new HashMap<>();
        JsonNode cells = tree.path("cells");
        for (int i = 0; i < cells.size(); i++) {
            String pointer = "/cells/" + i;
            String service = known(pointer + "/service", services, "service");
            String row = known(pointer + "/row", rows, "row");
            Integer first = seen.putIfAbsent(service + "." + row, i);
            if (first != null) {
                int line = document.problem("/cells/" + first, "").line();
                problems.add(document.problem(
                        pointer, "the cell " + service + "." + row + " stands already on line " + line));
            }
        }
        checkEveryCellIsThere(services, rows, seen.keySet());
    }

    private void checkEveryCellIsThere(Set<String> services, Set<String> rows, Set<String> seen) {
        if (services.size() > MAX_LISTED || rows.size() > MAX_LISTED) {
            return; // the schema refuses so many
        }
        for (String service : services.stream().sorted().toList()) {
            for (String row : rows.stream().sorted().toList()) {
                if (!seen.contains(service + "." + row)) {
                    problems.add(document.keyProblem("/cells", "the cell " + service + "." + row + " is missing"));
                }
            }
        }
    }

    private String known(String pointer, Set<String> names, String what) {
        String name = tree.at(pointer).asText();
        if (!name.isEmpty() && !names.contains(name)) {
            problems.add(document.problem(pointer, "no " + what + " is called " + name));
        }
        return name;
    }

    private void checkTemplatesAreUsed() {
        Set<String> used = new HashSet<>(tree.path("cells").findValuesAsText("like"));
        tree.path("templates").fieldNames().forEachRemaining(name -> {
            if (!used.contains(name)) {
                problems.add(document.keyProblem(
                        "/templates/" + YamlDocument.escape(name), "no item is like the template " + name));
            }
        });
    }

    /** GDPR Art. 15(2): who is told of a transfer is told what protects the data. */
    private void checkSafeguards() {
        tree.path("recipients").properties().forEach(recipient -> {
            String country = recipient.getValue().path("country").asText();
            if (!country.isEmpty()
                    && EconomicArea.includes(country) == recipient.getValue().has("safeguard")) {
                problems.add(document.keyProblem(
                        "/recipients/" + YamlDocument.escape(recipient.getKey()),
                        "a recipient has a safeguard exactly where its country is outside the European Economic Area"));
            }
        });
    }

    private void checkItems(ItemCheck items, String list) {
        Set<String> ids = new HashSet<>();
        for (int i = 0; i < tree.at(list).size(); i++) {
            String pointer = list + "/" + i;
            String id = tree.at(pointer + "/id").asText();
            if (!id.isEmpty() && !ids.add(id)) {
                problems.add(document.problem(pointer + "/id", "the item " + id + " stands in this cell twice"));
            }
            items.check(pointer);
        }
    }
}
