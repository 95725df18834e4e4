package si.vpogled.connector.http;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import si.vpogled.connector.ConnectorException;
import si.vpogled.connector.FaultKind;

/**
 * Text with names in braces: <code>{customer-number}</code> is what is bound, <code>{/id}</code> a JSON Pointer into
 * the record at hand.
 */
record Template(String text) {
    private static final Pattern NAME = Pattern.compile("\\{([^{}]*)}");

    /** What a name stands for. */
    interface Values {
        String value(String name) throws ConnectorException;
    }

    Stream<String> names() {
        return NAME.matcher(text).results().map(match -> match.group(1));
    }

    /** With values as they are, for the name of a file. */
    String plain(Values values) throws ConnectorException {
        return fill(values, false);
    }

    /** With values in percent encoding, for the value of a query parameter. */
    String query(Values values) throws ConnectorException {
        return Addresses.encode(fill(values, false));
    }

    /**
     * With values in percent encoding, each within its own segment.
     *
     * @throws ConnectorException of kind refused where a segment would become {@code .} or {@code ..}: servers take
     *     these for steps between folders even when they are encoded
     */
    String path(Values values) throws ConnectorException {
        String filled = fill(values, true);
        for (String segment : filled.split("/", -1)) {
            if (segment.equals(".") || segment.equals("..")) {
                throw new ConnectorException(
                        FaultKind.REFUSED,
                        "A value for " + text + " consists of dots only and cannot stand in a path; look at the"
                                + " backend's data");
            }
        }
        return filled;
    }

    private String fill(Values values, boolean encode) throws ConnectorException {
        StringBuilder filled = new StringBuilder();
        Matcher names = NAME.matcher(text);
        int from = 0;
        while (names.find()) {
            String value = values.value(names.group(1));
            if (value.isEmpty()) {
                throw new ConnectorException(
                        names.group(1).startsWith("/") ? FaultKind.DEFECT : FaultKind.MISCONFIGURED,
                        "There is no value for {" + names.group(1) + "} in " + text);
            }
            filled.append(text, from, names.start()).append(encode ? Addresses.encode(value) : value);
            from = names.end();
        }
        return filled.append(text, from, text.length()).toString();
    }
}
