package si.vpogled.connector.definition;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import si.vpogled.connector.ConnectorException;
import si.vpogled.connector.FaultKind;

/** <code>${NAME}</code> in the texts of a source's settings, which the environment fills in when the source is opened. */
public final class Placeholders {
    private static final Pattern PLACEHOLDER = Pattern.compile("\\$\\{([A-Za-z_][A-Za-z0-9_]*)}");

    private Placeholders() {}

    /** The variables that a text names. */
    static Set<String> names(String text) {
        return PLACEHOLDER.matcher(text).results().map(match -> match.group(1)).collect(Collectors.toSet());
    }

    /** The variables that a value names, wherever in it. */
    static Set<String> names(JsonNode value) {
        Set<String> names = new TreeSet<>(value.isTextual() ? names(value.textValue()) : Set.of());
        value.forEach(part -> names.addAll(names(part)));
        return names;
    }

    /** Whether a value is only known once the environment is. */
    static boolean isOpen(JsonNode value) {
        return value != null
                && value.isTextual()
                && PLACEHOLDER.matcher(value.textValue()).find();
    }

    /**
     * @return the settings with every variable replaced by its value, which is not looked into again
     * @throws ConnectorException of kind misconfigured, naming every variable that is not set
     */
    public static ObjectNode filled(ObjectNode settings, Map<String, String> environment) throws ConnectorException {
        Set<String> missing = new TreeSet<>();
        JsonNode filled = fill(settings, environment, missing);
        if (!missing.isEmpty()) {
            throw new ConnectorException(
                    FaultKind.MISCONFIGURED,
                    "The settings name variables that the environment does not set: " + String.join(", ", missing));
        }
        return (ObjectNode) filled;
    }

    private static JsonNode fill(JsonNode value, Map<String, String> environment, Set<String> missing) {
        return switch (value.getNodeType()) {
            case OBJECT -> {
                ObjectNode object = JsonNodeFactory.instance.objectNode();
                value.properties()
                        .forEach(entry -> object.set(entry.getKey(), fill(entry.getValue(), environment, missing)));
                yield object;
            }
            case ARRAY -> {
                var array = JsonNodeFactory.instance.arrayNode();
                value.forEach(item -> array.add(fill(item, environment, missing)));
                yield array;
            }
            case STRING ->
                JsonNodeFactory.instance.textNode(PLACEHOLDER
                        .matcher(value.textValue())
                        .replaceAll(match -> Matcher.quoteReplacement(value(match, environment, missing))));
            case BINARY, BOOLEAN, MISSING, NULL, NUMBER, POJO -> value;
        };
    }

    private static String value(MatchResult match, Map<String, String> environment, Set<String> missing) {
        String value = environment.get(match.group(1));
        if (value == null) {
            missing.add(match.group(1));
            return "";
        }
        return value;
    }
}
