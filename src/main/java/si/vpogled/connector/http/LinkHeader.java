package si.vpogled.connector.http;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The header {@code Link} (RFC 8288 section 3). */
final class LinkHeader {
    /** Longer headers are not links but an attack on whoever reads them. */
    private static final int LONGEST = 8192;

    private static final String QUOTED = "\"([^\"\\\\]*+(?:\\\\.[^\"\\\\]*+)*+)\"";
    private static final String ONE = "\\s*;\\s*([^\\s=;,\"]+)(?:\\s*=\\s*(?:" + QUOTED + "|([^\\s;,\"]*+)))?";
    private static final Pattern PARAMETER = Pattern.compile(ONE);
    private static final Pattern LINK = Pattern.compile("<([^>]*+)>((?:" + ONE + ")*+)");

    private LinkHeader() {}

    /** The target of the first link whose relation is {@code next} and whose context is the page itself. */
    static Optional<String> next(List<String> headers) {
        for (String header : headers) {
            Matcher link = LINK.matcher(header.length() > LONGEST ? "" : header);
            while (link.find()) {
                if (isNext(link.group(2))) {
                    return Optional.of(link.group(1).strip());
                }
            }
        }
        return Optional.empty();
    }

    private static boolean isNext(String parameters) {
        Optional<String> relation = Optional.empty();
        Matcher parameter = PARAMETER.matcher(parameters);
        while (parameter.find()) {
            if (parameter.group(1).equalsIgnoreCase("anchor")) {
                return false;
            }
            if (parameter.group(1).equalsIgnoreCase("rel") && relation.isEmpty()) {
                relation = Optional.of(parameter.group(2) != null ? parameter.group(2) : "" + parameter.group(3));
            }
        }
        return relation.stream()
                .flatMap(types -> Pattern.compile("\\s+").splitAsStream(types))
                .anyMatch("next"::equalsIgnoreCase);
    }
}
