package si.vpogled.yaml;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.math.BigDecimal;
import java.util.regex.Pattern;
import org.yaml.snakeyaml.events.ScalarEvent;

/** What an unquoted scalar means, as in the YAML 1.2 core schema without its other number bases. */
final class PlainScalar {
    // longer digits stay text: a number that no one can count is a name
    private static final Pattern INTEGER = Pattern.compile("[-+]?[0-9]{1,18}");
    private static final Pattern DECIMAL = Pattern.compile("[-+]?[0-9]{1,18}\\.[0-9]{1,18}");

    private PlainScalar() {}

    static JsonNode of(ScalarEvent scalar) {
        String value = scalar.getValue();
        JsonNodeFactory json = JsonNodeFactory.instance;
        if (!scalar.isPlain()) {
            return json.textNode(value);
        }
        // no patterns: what the JVM makes for them anew at each start takes a job longer than all the rest of the file
        return switch (value) {
            case "", "~", "null" -> json.nullNode();
            case "true" -> json.booleanNode(true);
            case "false" -> json.booleanNode(false);
            default -> mayBeNumber(value.charAt(0)) ? numberOrText(value, json) : json.textNode(value);
        };
    }

    private static boolean mayBeNumber(char first) {
        return first >= '0' && first <= '9' || first == '-' || first == '+';
    }

    private static JsonNode numberOrText(String value, JsonNodeFactory json) {
        if (INTEGER.matcher(value).matches()) {
            return json.numberNode(Long.parseLong(value));
        }
        return DECIMAL.matcher(value).matches() ? json.numberNode(new BigDecimal(value)) : json.textNode(value);
    }
}
