package si.vpogled.request;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A place in the history of a case.
 *
 * @param part of the history: 0 what happened to the case, 1 looks at it in the list
 * @param id within the part
 */
public record HistoryPlace(Instant at, int part, long id) {
    /** Ahead of all there is. */
    public static final HistoryPlace NEWEST = new HistoryPlace(Instant.parse("9999-12-31T00:00:00Z"), 1, 0);

    private static final Pattern WRITTEN = Pattern.compile("(\\d{4}-[0-9T:.-]{5,30}Z)_([01])_(\\d{1,18})");

    /** As an address has it; what is no place is the newest. */
    public static HistoryPlace parse(String text) {
        Matcher place = WRITTEN.matcher(text == null ? "" : text);
        try {
            return place.matches()
                    ? new HistoryPlace(
                            Instant.parse(place.group(1)),
                            Integer.parseInt(place.group(2)),
                            Long.parseLong(place.group(3)))
                    : NEWEST;
        } catch (DateTimeException _) {
            return NEWEST;
        }
    }

    public String text() {
        return at + "_" + part + "_" + id;
    }
}
