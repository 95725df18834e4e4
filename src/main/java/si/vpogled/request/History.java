package si.vpogled.request;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;

/** The append-only history of every case; entries join the transaction of what they tell. */
@ApplicationScoped
public class History {
    private final Rows rows;
    private final ListViews listViews;
    private final InstantSource clock;

    History(Rows rows, ListViews listViews, InstantSource clock) {
        this.rows = rows;
        this.listViews = listViews;
        this.clock = clock;
    }

    /**
     * @param detail facts without personal data: states, connectors, grounds
     */
    public void append(UUID request, Actor actor, Action action, Map<String, String> detail) {
        HistoryEntity entry = new HistoryEntity();
        entry.request = request;
        entry.at = clock.instant();
        entry.actorKind = actor.kind().key();
        entry.actor = actor.name();
        entry.action = action.key();
        entry.detail = Map.copyOf(detail);
        rows.persist(entry);
    }

    /** All entries of a case, oldest first. Looks at it in lists are one entry for each member of staff and day. */
    public List<Entry> of(UUID request) {
        Stream<Entry> own = rows.list("request = ?1 order by id", request).stream()
                .map(row -> new Entry(row.at, row.actorKind, row.actor, row.action, Map.copyOf(row.detail)));
        return Stream.concat(own, listViews.of(request).stream())
                .sorted(Comparator.comparing(Entry::at))
                .toList();
    }

    /** Whether this very thing was told since then. */
    public boolean tells(UUID request, Action action, Map<String, String> detail, Instant since) {
        return rows.list("request = ?1 and action = ?2 and at >= ?3", request, action.key(), since).stream()
                .anyMatch(row -> row.detail.equals(detail));
    }

    /** Whether anything was erased: that cannot be taken back, or refused, any more. */
    public static boolean erased(List<Entry> history) {
        return history.stream()
                .anyMatch(entry -> entry.action().equals(Action.STEP_TAKEN.key())
                        && !entry.detail().getOrDefault("records", "0").equals("0"));
    }

    public record Entry(Instant at, String actorKind, String actor, String action, Map<String, String> detail) {}

    @ApplicationScoped
    static class Rows implements PanacheRepositoryBase<HistoryEntity, Long> {}
}
