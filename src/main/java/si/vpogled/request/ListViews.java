package si.vpogled.request;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;

/**
 * Who saw whose data in the list. A page of it is one row here, not one in the history of each case shown: so a look
 * costs the same for 200 cases as for one, and the history of a case stays readable.
 */
@ApplicationScoped
class ListViews {
    /** In place of what was typed: it may be anybody's name. */
    private static final String GIVEN = "given";

    private final Rows rows;
    private final InstantSource clock;

    ListViews(Rows rows, InstantSource clock) {
        this.rows = rows;
        this.clock = clock;
    }

    /** Joins the transaction that reads what is shown. A search is on record even where it finds nobody. */
    void add(Actor actor, Action action, ListRequests.Filter filter, List<UUID> shown) {
        ListViewEntity view = new ListViewEntity();
        view.at = clock.instant();
        view.actor = actor.name();
        view.action = action.key();
        view.filter = new TreeMap<>(filter.parts());
        view.filter.computeIfPresent("assignee", (_, _) -> GIVEN);
        view.requests = shown.toArray(UUID[]::new);
        rows.persist(view);
    }

    /** The looks at a case in lists: one entry for each member of staff and day, which says how many they were. */
    List<History.Entry> of(UUID request) {
        List<Object[]> looks = rows.getEntityManager()
                .createNativeQuery(
                        "select max(at), actor, action, count(*) from list_view where requests @> array[?1]"
                                + " group by actor, action, cast(at at time zone 'Europe/Ljubljana' as date)",
                        Object[].class)
                .setParameter(1, request)
                .getResultList();
        return looks.stream()
                .map(look -> new History.Entry(
                        (Instant) look[0],
                        Actor.Kind.STAFF.key(),
                        (String) look[1],
                        (String) look[2],
                        Map.of("times", String.valueOf(look[3]))))
                .toList();
    }

    @ApplicationScoped
    static class Rows implements PanacheRepositoryBase<ListViewEntity, Long> {}
}
