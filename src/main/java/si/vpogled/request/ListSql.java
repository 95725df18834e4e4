package si.vpogled.request;

import java.text.Normalizer;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What is wanted of the list, as SQL that reads a few rows, however many there are. Each state and right is a range of
 * an index that is in the order of the list; the ranges are merged as they are read.
 */
final class ListSql {
    /** A search that finds no more is sorted; for one that does, the list is read in its order. */
    static final int FEW = 1000;

    private static final List<String> ANSWERED_STATES = List.of("ready", "closed");
    private static final Pattern WORD_PART = Pattern.compile("[\\p{L}\\p{N}]{3}");

    private final ListRequests.Filter filter;
    private final LocalDate today;

    ListSql(ListRequests.Filter filter, LocalDate today) {
        this.filter = filter;
        this.today = today;
    }

    /** A statement and what its parameters are. */
    record Statement(String sql, Map<String, Object> values) {}

    /** The list is one part after the other. */
    enum Part {
        OPEN,
        ANSWERED;

        static Part of(State state) {
            return switch (state) {
                case State.AwaitingConfirmation _,
                        State.AwaitingDecision _,
                        State.Collecting _,
                        State.InReview _,
                        State.Assembling _ -> OPEN;
                case State.Ready _, State.Closed _ -> ANSWERED;
            };
        }

        static Part of(ListRequests.Position position) {
            return position.answered() ? ANSWERED : OPEN;
        }

        static List<Part> in(boolean backwards) {
            return backwards ? List.of(ANSWERED, OPEN) : List.of(OPEN, ANSWERED);
        }

        boolean holds(String state) {
            return (this == ANSWERED) == ANSWERED_STATES.contains(state);
        }
    }

    /**
     * Rows of a part.
     *
     * @param from a row of it, which is not wanted itself; empty for its beginning, or its end
     */
    record Span(Part part, Optional<ListRequests.From> from, boolean backwards, int rows) {
        String order() {
            return backwards ? " order by due_on desc, id desc" : " order by due_on, id";
        }

        String orderOfPage() {
            return backwards ? " order by page.due_on desc, page.id desc" : " order by page.due_on, page.id";
        }

        String keyset(Map<String, Object> values) {
            return from.map(ListRequests.From::position)
                    .map(position -> {
                        values.put("dueOn", position.dueOn());
                        values.put("id", position.id());
                        return " and (due_on, id) " + (backwards ? "<" : ">") + " (:dueOn, :id)";
                    })
                    .orElse("");
        }
    }

    /** Whatever is wanted, from the ranges; empty where the part has none. */
    Optional<Statement> ranges(Span span) {
        Map<String, Object> values = new HashMap<>(Map.of("rows", span.rows()));
        String conditions = conditions(values) + span.keyset(values) + text(values);
        String ranges = states(span.part())
                .flatMap(state -> rights().map(right -> "(select id, due_on from request where state_kind = '" + state
                        + "' and right_key = '" + right + "'" + conditions + span.order() + " limit :rows)"))
                .collect(Collectors.joining(" union all "));
        return Optional.of(ranges)
                .filter(found -> !found.isEmpty())
                .map(found -> page("select id, due_on from (" + found + ") ranges", span, values));
    }

    /** How many a search finds, counted up to {@link #FEW} and one. */
    Statement found() {
        Map<String, Object> values = new HashMap<>();
        return new Statement("select count(*) from (" + hits(values) + ") hits", values);
    }

    /** What a search finds, where that is few; empty where the part has none. */
    Optional<Statement> hits(Span span) {
        List<String> states = states(span.part()).toList();
        Map<String, Object> values = new HashMap<>(Map.of("rows", span.rows()));
        return Optional.of(states)
                .filter(some -> !some.isEmpty())
                .map(some -> page(
                        "select id, due_on from (" + hits(values) + ") hits where state_kind in " + list(some)
                                + span.keyset(values),
                        span,
                        values));
    }

    private static Statement page(String keys, Span span, Map<String, Object> values) {
        return new Statement(
                "select c.* from (" + keys + span.order() + " limit :rows) page join request c on c.id = page.id"
                        + span.orderOfPage(),
                values);
    }

    /** Everything, in order. */
    Statement all() {
        Map<String, Object> values = new HashMap<>();
        return new Statement(
                "select id, reference, state_kind, right_key, name, email, received_at, due_on, assignee from request"
                        + " where state_kind in " + list(states().toList()) + " and right_key in "
                        + list(rights().toList()) + conditions(values) + text(values) + " order by state_kind in "
                        + list(ANSWERED_STATES) + ", due_on, id",
                values);
    }

    /** Cases are counted, not their identifiers: one may have thousands that fit. */
    private String hits(Map<String, Object> values) {
        String narrowed = " and state_kind in " + list(states().toList()) + " and right_key in "
                + list(rights().toList()) + conditions(values);
        values.put("text", pattern());
        return "(select id, due_on, state_kind from request where sought like folded(:text) escape '!'" + narrowed
                + " limit " + (FEW + 1)
                + ") union (select distinct r.id, r.due_on, r.state_kind from known_identifier k"
                + " join request r on r.id = k.request_id where folded(' ' || k.value) like folded(:text) escape '!'"
                + narrowed + " limit " + (FEW + 1) + ") limit " + (FEW + 1);
    }

    private Stream<String> states(Part part) {
        return states().filter(part::holds);
    }

    private Stream<String> states() {
        return State.KEYS.stream()
                .filter(key -> filter.state()
                        .map(wanted -> wanted.equals(ListRequests.OPEN) ? Part.OPEN.holds(key) : wanted.equals(key))
                        .orElse(true))
                .filter(key -> !filter.overdue() || Part.OPEN.holds(key));
    }

    private Stream<String> rights() {
        return Arrays.stream(Right.values())
                .filter(right -> filter.right().map(right::equals).orElse(true))
                .map(Right::key);
    }

    private String conditions(Map<String, Object> values) {
        StringBuilder where = new StringBuilder();
        filter.assignee().ifPresent(assignee -> {
            where.append(" and coalesce(assignee, '') = :assignee");
            values.put("assignee", assignee);
        });
        Stream.concat(filter.dueBefore().stream(), filter.overdue() ? Stream.of(today) : Stream.empty())
                .min(LocalDate::compareTo)
                .ifPresent(day -> {
                    where.append(" and due_on < :dueBefore");
                    values.put("dueBefore", day);
                });
        return where.toString();
    }

    private String text(Map<String, Object> values) {
        if (filter.text().isEmpty()) {
            return "";
        }
        values.put("text", pattern());
        return " and (sought like folded(:text) escape '!' or exists (select 1 from known_identifier k"
                + " where k.request_id = request.id and folded(' ' || k.value) like folded(:text) escape '!'))";
    }

    private String pattern() {
        String text = Normalizer.normalize(filter.text().orElseThrow().strip(), Normalizer.Form.NFC);
        String literal = text.toLowerCase(Locale.ROOT)
                .replace("!", "!!")
                .replace("%", "!%")
                .replace("_", "!_");
        // the index knows three letters in a row, and the beginnings of words
        return (WORD_PART.matcher(text).find() ? "%" : "% ") + literal + "%";
    }

    private static String list(List<String> keys) {
        return keys.isEmpty() ? "(null)" : "('" + String.join("', '", keys) + "')";
    }
}
