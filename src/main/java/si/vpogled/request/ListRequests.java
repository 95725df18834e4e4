package si.vpogled.request;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.regex.Pattern;

/**
 * The staff's list: the most urgent first and the answered last, by keyset, so that page 1,000 costs what page 1 does.
 * Each look at it is on record.
 */
@ApplicationScoped
public class ListRequests {
    /** Every state in which the answer is still to be given. */
    public static final String OPEN = "open";

    /** In place of an assignee: cases that are nobody's. */
    public static final String NOBODY = "";

    private final ListedCases cases;
    private final ListViews views;

    ListRequests(ListedCases cases, ListViews views) {
        this.cases = cases;
        this.views = views;
    }

    /**
     * What the list is narrowed to.
     *
     * @param state a key of {@link State#KEYS}, or {@link #OPEN}
     * @param overdue due before today and not answered
     * @param assignee a member of staff, or {@link #NOBODY}
     * @param text part of reference, name, e-mail, customer number, domain or another identifier, whatever its case and
     *     accents; where it has no three letters or digits in a row, the beginning of a word
     */
    public record Filter(
            Optional<String> state,
            Optional<Right> right,
            Optional<Due> due,
            boolean overdue,
            Optional<String> assignee,
            Optional<String> text) {
        public static final Filter NONE = new Filter(
                Optional.empty(), Optional.empty(), Optional.empty(), false, Optional.empty(), Optional.empty());

        /** By the name of each part that is given; without the text, which may be anybody's name. */
        public Map<String, String> parts() {
            Map<String, String> parts = new TreeMap<>();
            state.ifPresent(key -> parts.put("state", key));
            right.ifPresent(one -> parts.put("right", one.key()));
            due.ifPresent(by -> parts.put(by.name(), by.value()));
            assignee.ifPresent(name -> parts.put("assignee", name));
            if (overdue) {
                parts.put("overdue", "true");
            }
            return parts;
        }
    }

    /** By when cases are due, the late ones included. */
    public sealed interface Due {
        /** Due on an earlier day. */
        record Before(LocalDate day) implements Due {}

        /** Due so many days from the day on which it is looked, or earlier: the same words mean another day tomorrow. */
        record Within(int days) implements Due {}

        /** The first day on which a case is due too late to be meant. */
        default LocalDate end(LocalDate today) {
            return switch (this) {
                case Before before -> before.day();
                case Within within -> today.plusDays(within.days() + 1L);
            };
        }

        private String name() {
            return switch (this) {
                case Before _ -> "due-before";
                case Within _ -> "due-within";
            };
        }

        private String value() {
            return switch (this) {
                case Before before -> before.day().toString();
                case Within within -> Integer.toString(within.days());
            };
        }
    }

    /**
     * @param size rows at the most, 1 to 200
     */
    public record Query(Filter filter, Optional<From> from, int size) {}

    /**
     * Where a page begins.
     *
     * @param backwards the page that ends before the row, rather than the one that begins after it
     */
    public record From(Position position, boolean backwards) {}

    /** Where in the list a row stands. */
    public record Position(boolean answered, LocalDate dueOn, UUID id) {
        private static final Pattern TEXT = Pattern.compile("([01])_(\\d{4}-\\d{2}-\\d{2})_([0-9a-f-]{36})");

        static Position of(RequestCase row) {
            boolean answered = ListSql.Part.of(row.state()) == ListSql.Part.ANSWERED;
            return new Position(answered, row.dueOn(), row.id());
        }

        /** As it stands in addresses. */
        public String text() {
            return (answered ? "1_" : "0_") + dueOn + "_" + id;
        }

        /**
         * @throws IllegalArgumentException or {@link java.time.DateTimeException} where it is no position
         */
        public static Position parse(String text) {
            var parts = TEXT.matcher(text);
            if (!parts.matches()) {
                throw new IllegalArgumentException("A position is 0 or 1, a day and an id");
            }
            return new Position(
                    parts.group(1).equals("1"), LocalDate.parse(parts.group(2)), UUID.fromString(parts.group(3)));
        }
    }

    /**
     * @param previous where the page before ends, where there is one
     * @param next where the page after begins, where there is one
     * @param cut whether a search stopped before it had all that fits on the page: so much fits it that nobody would
     *     read it all, and it goes on with the next page
     */
    public record Page(List<RequestCase> cases, Optional<Position> previous, Optional<Position> next, boolean cut) {
        public Page {
            cases = List.copyOf(cases);
        }
    }

    @Transactional
    public Page list(Query query, Actor actor) {
        actor.require(Role.CLERK, Role.APPROVER, Role.AUDITOR);
        Page page = page(query);
        views.add(
                actor,
                query.filter().text().isPresent() ? Action.SEARCHED : Action.LISTED,
                query.filter(),
                page.cases().stream().map(RequestCase::id).toList());
        return page;
    }

    private Page page(Query query) {
        ListedCases.Found found = cases.find(query.filter(), query.from(), query.size() + 1);
        return query.from().map(From::backwards).orElse(false) ? before(query, found) : after(query, found);
    }

    private static Page after(Query query, ListedCases.Found found) {
        List<RequestCase> rows = found.cases();
        boolean more = rows.size() > query.size();
        List<RequestCase> shown = more ? rows.subList(0, query.size()) : rows;
        Optional<Position> first = shown.isEmpty() ? found.end() : Optional.of(Position.of(shown.getFirst()));
        return new Page(
                shown,
                query.from().flatMap(_ -> first),
                more ? Optional.of(Position.of(shown.getLast())) : found.end(),
                found.end().isPresent());
    }

    private Page before(Query query, ListedCases.Found found) {
        List<RequestCase> rows = found.cases();
        boolean more = rows.size() > query.size();
        if (!more && found.end().isEmpty()) {
            // so few are left before that it is the beginning
            return page(new Query(query.filter(), Optional.empty(), query.size()));
        }
        List<RequestCase> shown = more ? rows.subList(1, rows.size()) : rows;
        return new Page(
                shown,
                more ? Optional.of(Position.of(shown.getFirst())) : found.end(),
                shown.isEmpty() ? found.end() : Optional.of(Position.of(shown.getLast())),
                found.end().isPresent());
    }
}
