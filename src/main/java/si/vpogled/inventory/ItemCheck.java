package si.vpogled.inventory;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import si.vpogled.law.RetentionRule;
import si.vpogled.yaml.Problem;
import si.vpogled.yaml.YamlDocument;

/** Checks an item together with its template. */
final class ItemCheck {
    private static final List<String> NEEDED = List.of(
            "label",
            "explanation",
            "fideslang",
            "dpv",
            "origin",
            "role",
            "legal-basis",
            "retention",
            "connector",
            "access",
            "portability",
            "erasure");

    private final YamlDocument document;
    private final JsonNode tree;
    private final List<Problem> problems;

    ItemCheck(YamlDocument document, List<Problem> problems) {
        this.document = document;
        this.tree = document.tree();
        this.problems = problems;
    }

    void check(String pointer) {
        JsonNode item = tree.at(pointer);
        if (!item.isObject()) {
            return; // the schema says so
        }
        String template = item.path("like").asText();
        if (!template.isEmpty() && !tree.path("templates").has(template)) {
            problems.add(document.problem(pointer + "/like", "no template is called " + template));
            return;
        }
        ObjectNode merged = InventoryFile.merged(tree, item);
        String missing = NEEDED.stream().filter(field -> !merged.has(field)).collect(Collectors.joining(", "));
        if (!missing.isEmpty()) {
            String where = template.isEmpty() ? "" : ", nor has its template " + template;
            problems.add(
                    document.problem(pointer, "the item " + item.path("id").asText() + " has no " + missing + where));
        }
        checkFacts(pointer, item);
        checkSense(pointer, merged);
    }

    /** What an item or a template gives itself. */
    void checkFacts(String pointer, JsonNode facts) {
        String rule = facts.path("retention").path("rule").asText();
        if (!rule.isEmpty() && RetentionRule.find(rule).isEmpty()) {
            String known = Arrays.stream(RetentionRule.values())
                    .map(RetentionRule::key)
                    .collect(Collectors.joining(", "));
            problems.add(document.problem(
                    pointer + "/retention/rule", "no retention rule is called " + rule + "; there are " + known));
        }
        for (int i = 0; i < facts.path("recipients").size(); i++) {
            String recipient = facts.path("recipients").path(i).asText();
            if (!tree.path("recipients").has(recipient)) {
                problems.add(document.problem(pointer + "/recipients/" + i, "no recipient is called " + recipient));
            }
        }
    }

    private void checkSense(String pointer, ObjectNode item) {
        boolean heldOnly = item.path("access").asText().equals("held-only");
        if (item.path("secret").asBoolean() && item.has("access") && !heldOnly) {
            problems.add(document.problem(pointer, "a secret is never handed out: its access must be held-only"));
        }
        if (item.path("erasure").asText().equals("keep-by-law")
                && !item.path("legal-basis").has("statute")) {
            problems.add(document.problem(pointer, "keep-by-law needs the statute: legal-basis names none"));
        }
        boolean rotates = item.path("retention").path("rule").asText().equals("rotation");
        if (item.has("retention") && rotates != item.path("retention").has("days")) {
            problems.add(document.problem(pointer, "retention has days exactly where its rule is rotation"));
        }
        checkPortability(pointer, item);
    }

    /** GDPR Art. 20(1): what the person provided, or what was observed of them, on consent or for a contract. */
    private void checkPortability(String pointer, ObjectNode item) {
        if (NEEDED.stream().anyMatch(field -> !item.has(field))) {
            return; // told already
        }
        List<String> barriers = barriers(item);
        String portability = item.path("portability").asText();
        if (portability.equals("included")) {
            String place = tree.at(pointer).has("portability") ? pointer + "/portability" : pointer;
            barriers.forEach(barrier -> problems.add(document.problem(place, barrier)));
        }
        boolean provided = item.path("origin").asText().equals("provided");
        if (portability.equals("outside-right") && provided && barriers.isEmpty()) {
            problems.add(document.problem(
                    pointer,
                    "its portability must be included: the person provided it, on consent or for a contract (GDPR Art."
                            + " 20(1))"));
        }
    }

    private static List<String> barriers(ObjectNode item) {
        List<String> barriers = new ArrayList<>();
        if (item.path("origin").asText().equals("derived")) {
            barriers.add("derived data is outside portability (GDPR Art. 20(1))");
        }
        String letter = item.path("legal-basis").path("article").asText();
        if (OutsidePortability.basis(letter).isPresent()) {
            barriers.add("what rests on GDPR Art. 6(1)(" + letter
                    + ") is outside portability: Art. 20(1)(a) covers consent and contract, (a) and (b)");
        }
        if (item.path("secret").asBoolean() || !item.path("access").asText().equals("copy")) {
            barriers.add("what is not handed out as a copy is outside portability too");
        }
        return barriers;
    }
}
