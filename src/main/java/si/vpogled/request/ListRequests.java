package si.vpogled.request;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.TypedQuery;
import jakarta.transaction.Transactional;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** The staff's list: the most urgent first, by keyset, so that page 1,000 costs what page 1 does.
 * Each look at it is on record. */
@ApplicationScoped
public class ListRequests {
    /** Every state in which the answer is still to be given. */
    public static final String OPEN = "open";

    private final EntityManager database;
    private final ListViews views;
    private final InstantSource clock;

    ListRequests(EntityManager database, ListViews views, InstantSource clock) {
        this.database = database;
        this.views = views;
        this.clock = clock;
    }

    /**
     * @param state a key of {@link State#KEYS}, or {@link #OPEN}
     * @param dueBefore due on an earlier day
     * @param overdue due before today and not answered
     * @param text part of reference, name or e-mail
     * @param after the last row of the page before
     * @param size rows at the most, 1 to 200
     */
    public record Query(
            Optional<String> state,
            Optional<Right> right,
            Optional<LocalDate> dueBefore,
            boolean overdue,
            Optional<String> assignee,
            Optional<String> text,
            Optional<Position> after,
            int size) {}

    /** Where in the list a row stands. */
    public record Position(LocalDate dueOn, UUID id) {}

    /**
     * @param next for the next page; empty on the last
     */
    public record Page(List<RequestCase> cases, Optional<Position> next) {
        public Page {
            cases = List.copyOf(cases);
        }
    }

    @Transactional
    public Page list(Query query, Actor actor) {
        actor.require(Role.CLERK, Role.APPROVER, Role.AUDITOR);
        Map<String, Object> values = new HashMap<>();
        StringBuilder where = new StringBuilder("from CaseEntity c where true = true");
        query.state().filter(OPEN::equals).ifPresent(_ -> where.append(" and c.stateKind not in ('ready', 'closed')"));
        query.state().filter(state -> !state.equals(OPEN)).ifPresent(state -> {
            where.append(" and c.stateKind = :state");
            values.put("state", state);
        });
        query.right().ifPresent(right -> {
            where.append(" and c.right = :right");
            values.put("right", right.key());
        });
        query.dueBefore().ifPresent(day -> {
            where.append(" and c.dueOn < :dueBefore");
            values.put("dueBefore", day);
        });
        if (query.overdue()) {
            where.append(" and c.dueOn < :today and c.stateKind not in ('ready', 'closed')");
            values.put("today", Limits.day(clock.instant()));
        }
        query.assignee().ifPresent(assignee -> {
            where.append(" and c.assignee = :assignee");
            values.put("assignee", assignee);
        });
        query.text().ifPresent(text -> {
            where.append(" and (lower(c.reference) like :text escape '!' or lower(c.name) like :text escape '!'"
                    + " or c.email like :text escape '!')");
            values.put("text", '%' + literal(text) + '%');
        });
        query.after().ifPresent(after -> {
            where.append(" and (c.dueOn > :dueOn or (c.dueOn = :dueOn and c.id > :id))");
            values.put("dueOn", after.dueOn());
            values.put("id", after.id());
        });
        TypedQuery<CaseEntity> rows =
                database.createQuery(where.append(" order by c.dueOn, c.id").toString(), CaseEntity.class);
        values.forEach(rows::setParameter);
        Page page = page(rows.setMaxResults(query.size() + 1).getResultList(), query.size());
        views.add(actor, query, page.cases());
        return page;
    }

    private static Page page(List<CaseEntity> rows, int size) {
        List<RequestCase> cases =
                rows.stream().limit(size).map(CaseEntity::view).toList();
        Optional<Position> next = rows.size() > size
                ? Optional.of(
                        new Position(cases.getLast().dueOn(), cases.getLast().id()))
                : Optional.empty();
        return new Page(cases, next);
    }

    private static String literal(String text) {
        return text.toLowerCase(Locale.ROOT)
                .replace("!", "!!")
                .replace("%", "!%")
                .replace("_", "!_");
    }
}
