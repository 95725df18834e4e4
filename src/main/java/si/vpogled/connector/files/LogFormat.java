package si.vpogled.connector.files;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * How a log's lines are read.
 *
 * @param pattern found in a line; its named groups are the places of a row
 * @param match the group that must equal the identifier; without it all lines below the root are the subject's
 * @param times how groups that are times are written
 */
record LogFormat(Pattern pattern, Optional<String> match, Map<String, DateTimeFormatter> times) {
    LogFormat {
        times = Map.copyOf(times);
    }

    /**
     * @throws IllegalArgumentException for a pattern that is none, or without the groups that are spoken of
     */
    static LogFormat of(ObjectNode read) {
        Pattern pattern = Pattern.compile(read.path("pattern").asText());
        Optional<String> match = Optional.ofNullable(read.get("match")).map(node -> node.asText());
        Map<String, DateTimeFormatter> times = new HashMap<>();
        read.path("times")
                .properties()
                .forEach(time -> times.put(
                        time.getKey(),
                        DateTimeFormatter.ofPattern(time.getValue().asText(), Locale.ENGLISH)));
        match.ifPresent(group -> known(pattern, group));
        times.keySet().forEach(group -> known(pattern, group));
        return new LogFormat(pattern, match, times);
    }

    Set<String> groups() {
        return pattern.namedGroups().keySet();
    }

    private static void known(Pattern pattern, String group) {
        if (!pattern.namedGroups().containsKey(group)) {
            throw new IllegalArgumentException("The pattern has no group named " + group);
        }
    }
}
