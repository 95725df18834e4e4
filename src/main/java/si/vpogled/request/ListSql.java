package si.vpogled.request;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What is wanted of the list, as SQL that reads a few rows, however many there are. Each state and right is a range of
 * an index that is in the order of the list; the ranges are merged as they are read.
 *
 * <p>What fits a search may be anything from one case to all. So it is first sought among the nearest rows of the list,
 * which is enough where much fits. Where it is not, an index finds the cases, as long as they are few. What is left
 * fits many cases, and none that is near: it is sought among some more rows, and further on with the next page. To look
 * at the identifiers of a row costs ten times what the row does, so that the index is asked for them where it can tell.
 */
final class ListSql {
    /** Rows that are read first to see what fits a search. */
    static final int NEAREST = 400;

    /** Cases that fit a search at the most to be sorted. */
    static final int FEW = 1_000;

    /** Rows that are read at the most for a page of a search that very much fits; identifiers that fit at the most. */
    static final int MANY = 3_000;

    /** By what name the rows of cases go. */
    static final String CASE = "c";

    private static final List<String> ANSWERED_STATES = List.of("ready", "remaining", "closed");

    private static final String AMONG_KNOWN = " or id in (select unnest(cast(:identified as uuid[])))";
    private static final String EACH_KNOWN =
            " or (select true from known_identifier k where k.request_id = near.id and " + SoughtText.IDENTIFIER_FITS
                    + " limit 1)";

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
                        State.Assembling _,
                        State.Planned _,
                        State.AwaitingApproval _,
                        State.Executing _,
                        State.Proving _ -> OPEN;
                case State.Ready _, State.Remaining _, State.Closed _ -> ANSWERED;
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
        return listed(span, "", ":rows", values).map(keys -> page(keys, span, values));
    }

    /**
     * What fits the search among the nearest rows; empty where the part has none.
     *
     * @param most rows to read
     * @param identified the cases of identifiers that fit it, where that is known; else each row's are looked at
     */
    Optional<Statement> near(Span span, int most, Optional<Set<UUID>> identified) {
        Map<String, Object> values = new HashMap<>(Map.of("rows", span.rows(), "most", most, "text", pattern()));
        identified.ifPresent(ids -> values.put("identified", ids.toArray(UUID[]::new)));
        String known = identified.isPresent() ? AMONG_KNOWN : EACH_KNOWN;
        return listed(span, ", sought", ":most", values)
                .map(listed -> page(
                        "select id, due_on from (" + listed + span.order() + " limit :most) near where "
                                + SoughtText.FITS + known,
                        span,
                        values));
    }

    /** The last of the rows that {@link #near} reads; nothing where there are not so many, empty where there are none. */
    Optional<Statement> end(Span span, int most) {
        Map<String, Object> values = new HashMap<>(Map.of("most", most, "passed", most - 1));
        return listed(span, "", ":most", values)
                .map(listed -> new Statement(
                        "select due_on, id from (" + listed + span.order() + " limit 1 offset :passed) stop", values));
    }

    /** Cases that fit the search, whatever else is wanted of them: up to {@link #FEW} and one. */
    Statement fitting() {
        return new Statement(
                "select id from request where " + SoughtText.FITS + " limit " + (FEW + 1), Map.of("text", pattern()));
    }

    /** The cases of identifiers that fit the search: up to {@link #MANY} and one, each as often as it has some. */
    Statement identified() {
        return new Statement(
                "select request_id from known_identifier k where " + SoughtText.IDENTIFIER_FITS + " limit "
                        + (MANY + 1),
                Map.of("text", pattern()));
    }

    /** What is wanted of some cases; empty where the part has none. */
    Optional<Statement> among(Span span, Set<UUID> ids) {
        List<String> states = states(span.part()).toList();
        Map<String, Object> values = new HashMap<>(Map.of("rows", span.rows(), "ids", ids.toArray(UUID[]::new)));
        return Optional.of(states)
                .filter(some -> !some.isEmpty() && !ids.isEmpty())
                .map(some -> page(
                        "select id, due_on from request where id = any(cast(:ids as uuid[])) and state_kind in "
                                + list(some)
                                + " and right_key in " + list(rights().toList()) + conditions(values)
                                + span.keyset(values),
                        span,
                        values));
    }

    /** The ranges of a part, each up to some rows, to be put in order. */
    private Optional<String> listed(Span span, String more, String most, Map<String, Object> values) {
        String conditions = conditions(values) + span.keyset(values);
        String columns = "select id, due_on" + more + " from ";
        String ranges = states(span.part())
                .flatMap(state -> rights().map(right -> "(" + columns + "request where state_kind = '" + state
                        + "' and right_key = '" + right + "'" + conditions + span.order() + " limit " + most + ")"))
                .collect(Collectors.joining(" union all "));
        return Optional.of(ranges).filter(found -> !found.isEmpty()).map(found -> columns + "(" + found + ") ranges");
    }

    private static Statement page(String keys, Span span, Map<String, Object> values) {
        return new Statement(
                "select {c.*} from (" + keys + span.order() + " limit :rows) page join request c on c.id = page.id"
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
        Stream.concat(
                        filter.due().map(due -> due.end(today)).stream(),
                        filter.overdue() ? Stream.of(today) : Stream.empty())
                .min(LocalDate::compareTo)
                .ifPresent(day -> {
                    where.append(" and due_on < :dueEnd");
                    values.put("dueEnd", day);
                });
        return where.toString();
    }

    private String text(Map<String, Object> values) {
        if (filter.text().isEmpty()) {
            return "";
        }
        values.put("text", pattern());
        return " and (" + SoughtText.FITS
                + " or exists (select 1 from known_identifier k where k.request_id = request.id and "
                + SoughtText.IDENTIFIER_FITS + "))";
    }

    private String pattern() {
        return filter.text().map(SoughtText::new).orElseThrow().pattern();
    }

    private static String list(List<String> keys) {
        return keys.isEmpty() ? "(null)" : "('" + String.join("', '", keys) + "')";
    }
}
