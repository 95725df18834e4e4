package si.vpogled.web.console;

import jakarta.ws.rs.QueryParam;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import si.vpogled.request.ListRequests;
import si.vpogled.request.Right;
import si.vpogled.request.State;

/** The selection, as it stands in the address. What makes no sense there is left aside. */
public class QueueFilter {
    private static final int ROWS = 50;
    private static final int LONGEST = 100;
    private static final String ALL = "all";

    @QueryParam("state")
    String state;

    @QueryParam("right")
    String right;

    @QueryParam("dueBefore")
    String dueBefore;

    @QueryParam("overdue")
    String overdue;

    @QueryParam("assignee")
    String assignee;

    @QueryParam("text")
    String text;

    @QueryParam("after")
    String after;

    public String state() {
        return given(state)
                .filter(key -> key.equals(ALL) || State.KEYS.contains(key))
                .orElse(ListRequests.OPEN);
    }

    public String right() {
        return given(right)
                .filter(key ->
                        Arrays.stream(Right.values()).anyMatch(one -> one.key().equals(key)))
                .orElse("");
    }

    public String dueBefore() {
        return day().map(LocalDate::toString).orElse("");
    }

    public boolean overdue() {
        return "true".equals(overdue);
    }

    public String assignee() {
        return given(assignee).orElse("");
    }

    public String text() {
        return given(text).orElse("");
    }

    /** Whether it is a later page. */
    public boolean further() {
        return position().isPresent();
    }

    ListRequests.Query query() {
        return new ListRequests.Query(
                Optional.of(state()).filter(key -> !key.equals(ALL)),
                Optional.of(right()).filter(key -> !key.isEmpty()).map(Right::of),
                day(),
                overdue(),
                given(assignee),
                given(text),
                position(),
                ROWS);
    }

    /** The address of the same selection, from its beginning or after a row. */
    String href(Optional<ListRequests.Position> from) {
        return "/console?"
                + Stream.of(
                                pair("state", state()),
                                pair("right", right()),
                                pair("dueBefore", dueBefore()),
                                pair("overdue", overdue() ? "true" : ""),
                                pair("assignee", assignee()),
                                pair("text", text()),
                                pair(
                                        "after",
                                        from.map(row -> row.dueOn() + "_" + row.id())
                                                .orElse("")))
                        .filter(pair -> !pair.endsWith("="))
                        .collect(Collectors.joining("&"));
    }

    private static String pair(String name, String value) {
        return name + "=" + URLEncoder.encode(value, StandardCharsets.UTF_8);
    }

    private Optional<LocalDate> day() {
        try {
            return given(dueBefore).map(LocalDate::parse);
        } catch (DateTimeException _) {
            return Optional.empty();
        }
    }

    private Optional<ListRequests.Position> position() {
        try {
            return given(after)
                    .map(value -> value.split("_", 2))
                    .filter(parts -> parts.length == 2)
                    .map(parts -> new ListRequests.Position(LocalDate.parse(parts[0]), UUID.fromString(parts[1])));
        } catch (IllegalArgumentException | DateTimeException _) {
            return Optional.empty();
        }
    }

    private static Optional<String> given(String value) {
        return Optional.ofNullable(value)
                .map(String::strip)
                .filter(text -> !text.isEmpty() && text.length() <= LONGEST)
                .filter(text -> text.codePoints().noneMatch(Character::isISOControl));
    }
}
