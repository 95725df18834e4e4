package si.vpogled.web.console;

import jakarta.ws.rs.QueryParam;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import si.vpogled.request.ListRequests;
import si.vpogled.request.Right;
import si.vpogled.request.SavedViews;
import si.vpogled.request.State;

/** The selection, as it stands in the address. What makes no sense there is left aside. */
public class QueueFilter {
    private static final int ROWS = 40;
    private static final int LONGEST = 100;
    private static final Pattern DAYS = Pattern.compile("\\d{1,3}");

    private static final String ALL = "all";
    /** Nobody is called so. */
    private static final String NOBODY = "-";

    @QueryParam("state")
    String state;

    @QueryParam("right")
    String right;

    @QueryParam("due-within")
    String dueWithin;

    @QueryParam("overdue")
    String overdue;

    @QueryParam("assignee")
    String assignee;

    @QueryParam("text")
    String text;

    @QueryParam("after")
    String after;

    @QueryParam("before")
    String before;

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

    /** In days; empty where it is all the same. */
    public String dueWithin() {
        return days().map(String::valueOf).orElse("");
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
        return from().isPresent();
    }

    public boolean unassigned() {
        return assignee().equals(NOBODY);
    }

    ListRequests.Query query() {
        return new ListRequests.Query(filter(), from(), ROWS);
    }

    ListRequests.Filter filter() {
        return new ListRequests.Filter(
                Optional.of(state()).filter(key -> !key.equals(ALL)),
                Optional.of(right()).filter(key -> !key.isEmpty()).map(Right::of),
                days().map(ListRequests.Due.Within::new),
                overdue(),
                given(assignee).map(name -> name.equals(NOBODY) ? ListRequests.NOBODY : name),
                given(text));
    }

    /** The query of the same selection from its beginning; empty for the usual one. */
    String asked(String... more) {
        return pairs(
                List.of(
                        Map.entry("state", state().equals(ListRequests.OPEN) ? "" : state()),
                        Map.entry("right", right()),
                        Map.entry("due-within", dueWithin()),
                        Map.entry("overdue", overdue() ? "true" : ""),
                        Map.entry("assignee", assignee()),
                        Map.entry("text", text())),
                more);
    }

    /** The query of the same selection and the same page of it. */
    String askedOfPage() {
        return from().map(start -> asked(
                        start.backwards() ? "before" : "after", start.position().text()))
                .orElseGet(this::asked);
    }

    /** The query of a selection that was saved, as it is when it is asked for. */
    static String asked(SavedViews.View view) {
        Map<String, String> parts = new HashMap<>(view.filter());
        parts.putIfAbsent("state", ALL);
        parts.remove("state", ListRequests.OPEN);
        parts.computeIfPresent("assignee", (_, name) -> name.equals(ListRequests.NOBODY) ? NOBODY : name);
        return pairs(Stream.of("state", "right", "due-within", "overdue", "assignee")
                .map(name -> Map.entry(name, parts.getOrDefault(name, "")))
                .toList());
    }

    private static String pairs(List<Map.Entry<String, String>> parts, String... more) {
        Stream<Map.Entry<String, String>> all = more.length == 0
                ? parts.stream()
                : Stream.concat(parts.stream(), Stream.of(Map.entry(more[0], more[1])));
        return all.filter(part -> !part.getValue().isEmpty())
                .map(part -> part.getKey() + "=" + URLEncoder.encode(part.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
    }

    Optional<Integer> days() {
        return given(dueWithin).filter(value -> DAYS.matcher(value).matches()).map(Integer::valueOf);
    }

    private Optional<ListRequests.From> from() {
        return position(before)
                .map(row -> new ListRequests.From(row, true))
                .or(() -> position(after).map(row -> new ListRequests.From(row, false)));
    }

    private static Optional<ListRequests.Position> position(String value) {
        try {
            return given(value).map(ListRequests.Position::parse);
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
