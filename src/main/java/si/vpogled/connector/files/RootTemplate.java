package si.vpogled.connector.files;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import si.vpogled.connector.ConnectorException;
import si.vpogled.connector.FaultKind;

/** The root of a read: <code>home/{hosting-account}/public_html</code>; each bound value stays within its segment. */
record RootTemplate(List<String> segments) {
    private static final Pattern NAME = Pattern.compile("\\{([a-z0-9-]+)}");

    RootTemplate {
        segments = List.copyOf(segments);
    }

    /**
     * @throws IllegalArgumentException for a path that could leave the source's folder
     */
    static RootTemplate of(String root) {
        List<String> segments = new ArrayList<>();
        for (String segment : root.split("/")) {
            if (segment.equals("..") || segment.indexOf('\0') >= 0) {
                throw new IllegalArgumentException("A root goes down from the source's folder, never up");
            }
            if (!segment.isEmpty() && !segment.equals(".")) {
                segments.add(segment);
            }
        }
        return new RootTemplate(segments);
    }

    Set<String> names() {
        Set<String> names = new LinkedHashSet<>();
        segments.forEach(segment ->
                NAME.matcher(segment).results().map(found -> found.group(1)).forEach(names::add));
        return names;
    }

    /** Whether it leads to one subject's folder. */
    boolean personal() {
        return names().stream().anyMatch(name -> !name.equals("service"));
    }

    /** The segments before the first that holds a bound value: they must exist, whoever is asked for. */
    RootTemplate common() {
        return new RootTemplate(segments.stream()
                .takeWhile(segment -> !NAME.matcher(segment).find())
                .toList());
    }

    /** How many segments lead down to the last that holds a bound value: the operator's, not the subject's, to lay out. */
    int fixed() {
        for (int at = segments.size(); at > 0; at--) {
            if (NAME.matcher(segments.get(at - 1)).find()) {
                return at;
            }
        }
        return segments.size();
    }

    /** The raw segments with values in their places. */
    List<String> bound(UnaryOperator<String> values) throws ConnectorException {
        List<String> bound = new ArrayList<>();
        for (String segment : segments) {
            String filled = filled(segment, values);
            if (filled.isEmpty() || filled.equals(".") || filled.equals("..")) {
                throw unsafe();
            }
            bound.add(RawName.of(filled));
        }
        return bound;
    }

    private static String filled(String segment, Function<String, String> values) throws ConnectorException {
        StringBuilder filled = new StringBuilder();
        int end = 0;
        for (var name : NAME.matcher(segment).results().toList()) {
            String value = values.apply(name.group(1));
            if (value.isBlank() || value.chars().anyMatch(c -> c == '/' || c == '\\' || c < ' ' || c == 0x7f)) {
                throw unsafe();
            }
            filled.append(segment, end, name.start()).append(value);
            end = name.end();
        }
        return filled.append(segment.substring(end)).toString();
    }

    private static ConnectorException unsafe() {
        return new ConnectorException(
                FaultKind.DEFECT, "An identifier is no name of a folder, and was not used in a path");
    }
}
