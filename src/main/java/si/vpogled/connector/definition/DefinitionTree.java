package si.vpogled.connector.definition;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import si.vpogled.connector.Order;
import si.vpogled.connector.definition.ConnectorDefinition.CollectionDefinition;
import si.vpogled.connector.definition.ConnectorDefinition.FieldDefinition;
import si.vpogled.connector.definition.ConnectorDefinition.FieldType;
import si.vpogled.connector.definition.ConnectorDefinition.Form;
import si.vpogled.connector.definition.ConnectorDefinition.IdentifyDefinition;
import si.vpogled.connector.definition.ConnectorDefinition.JobDefinition;
import si.vpogled.connector.definition.ErasureDefinition.Cannot;
import si.vpogled.connector.definition.ErasureDefinition.Instead;
import si.vpogled.subject.IdentifierKind;
import si.vpogled.text.Text;

/**
 * A definition from a tree that its schema lets through; a test holds it to what an object mapper makes of it. Written
 * out: a job, which has just started, would prepare the mapper for longer than it takes to its first question.
 */
final class DefinitionTree {
    private DefinitionTree() {}

    /** @throws IllegalStateException where a number is too large to be one */
    static ConnectorDefinition definition(JsonNode tree) {
        return new ConnectorDefinition(
                (int) whole(tree, "version"),
                string(tree, "connector"),
                text(tree.path("title")),
                list(tree.path("needs"), kind -> IdentifierKind.of(kind.textValue())),
                list(tree.path("yields"), kind -> IdentifierKind.of(kind.textValue())),
                (int) whole(tree, "concurrency"),
                limits(tree.path("limits")),
                list(tree.path("sources"), DefinitionTree::source),
                list(tree.path("identify"), DefinitionTree::step),
                list(tree.path("collections"), DefinitionTree::collection),
                part(tree, "job").map(DefinitionTree::job),
                part(tree, "hold").map(DefinitionTree::hold));
    }

    private static HoldDefinition hold(JsonNode tree) {
        return new HoldDefinition(
                string(tree, "source"),
                IdentifierKind.of(string(tree, "per")),
                object(tree, "place"),
                object(tree, "release"));
    }

    private static ErasureDefinition erasure(JsonNode tree) {
        return new ErasureDefinition(
                part(tree, "erase").map(ObjectNode.class::cast),
                part(tree, "anonymise").map(ObjectNode.class::cast),
                list(tree.path("items"), JsonNode::textValue),
                some(tree, "contract-until"),
                part(tree, "cannot")
                        .map(cannot -> new Cannot(
                                Instead.valueOf(upper(string(cannot, "instead"))), text(cannot.path("reason")))));
    }

    private static Order.Limits limits(JsonNode tree) {
        return new Order.Limits(whole(tree, "seconds"), whole(tree, "records"), whole(tree, "bytes"));
    }

    private static JobDefinition job(JsonNode tree) {
        return new JobDefinition(
                some(tree, "image"),
                list(tree.path("command"), JsonNode::textValue),
                some(tree, "secret"),
                strings(tree.path("requests")),
                strings(tree.path("limits")));
    }

    private static SourceDefinition source(JsonNode tree) {
        return new SourceDefinition(
                string(tree, "id"),
                string(tree, "transport"),
                object(tree, "settings"),
                part(tree, "erasing").map(ObjectNode.class::cast));
    }

    private static IdentifyDefinition step(JsonNode tree) {
        Map<IdentifierKind, String> yields = new EnumMap<>(IdentifierKind.class);
        strings(tree.path("yields")).forEach((kind, place) -> yields.put(IdentifierKind.of(kind), place));
        return new IdentifyDefinition(
                string(tree, "source"),
                IdentifierKind.of(string(tree, "from")),
                object(tree, "read"),
                yields,
                some(tree, "contact-changed"));
    }

    private static CollectionDefinition collection(JsonNode tree) {
        return new CollectionDefinition(
                string(tree, "id"),
                text(tree.path("title")),
                string(tree, "source"),
                list(tree.path("services"), JsonNode::textValue),
                string(tree, "row"),
                IdentifierKind.of(string(tree, "per")),
                some(tree, "as").map(form -> Form.valueOf(upper(form))).orElse(Form.RECORDS),
                some(tree, "item"),
                list(tree.path("carries"), JsonNode::textValue),
                object(tree, "read"),
                list(tree.path("fields"), DefinitionTree::field),
                part(tree, "retention")
                        .map(retention ->
                                new RetentionDefinition(string(retention, "from"), string(retention, "rule"))),
                part(tree, "logins").map(DefinitionTree::logins),
                some(tree, "contact-changed"),
                some(tree, "doubtful"),
                part(tree, "erasure").map(DefinitionTree::erasure));
    }

    private static LoginsDefinition logins(JsonNode tree) {
        return new LoginsDefinition(
                string(tree, "source"), object(tree, "read"), string(tree, "from"), some(tree, "shared"));
    }

    private static FieldDefinition field(JsonNode tree) {
        return new FieldDefinition(
                string(tree, "name"),
                string(tree, "from"),
                text(tree.path("label")),
                some(tree, "type").map(type -> FieldType.valueOf(upper(type))).orElse(FieldType.TEXT),
                some(tree, "item"),
                tree.path("secret").booleanValue(),
                list(tree.path("redact"), JsonNode::textValue),
                some(tree, "vcard"),
                some(tree, "of-another"));
    }

    private static Text text(JsonNode tree) {
        return Text.each(language -> string(tree, language.tag()));
    }

    private static String string(JsonNode tree, String name) {
        return tree.path(name).textValue();
    }

    private static ObjectNode object(JsonNode tree, String name) {
        return (ObjectNode) tree.path(name);
    }

    private static long whole(JsonNode tree, String name) {
        JsonNode number = tree.path(name);
        if (!number.canConvertToLong()) {
            throw new IllegalStateException("The schema of definitions lets through what is no number: " + name);
        }
        return number.longValue();
    }

    private static Optional<JsonNode> part(JsonNode tree, String name) {
        return Optional.ofNullable(tree.get(name));
    }

    private static Optional<String> some(JsonNode tree, String name) {
        return part(tree, name).map(JsonNode::textValue);
    }

    private static <T> List<T> list(JsonNode tree, Function<JsonNode, T> each) {
        List<T> list = new ArrayList<>(tree.size());
        for (Iterator<JsonNode> elements = tree.elements(); elements.hasNext(); ) {
            list.add(each.apply(elements.next()));
        }
        return list;
    }

    private static Map<String, String> strings(JsonNode tree) {
        Map<String, String> strings = new LinkedHashMap<>();
        for (Map.Entry<String, JsonNode> member : tree.properties()) {
            strings.put(member.getKey(), member.getValue().textValue());
        }
        return strings;
    }

    private static String upper(String name) {
        return name.toUpperCase(Locale.ROOT);
    }
}
