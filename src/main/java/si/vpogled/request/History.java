package si.vpogled.request;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;

/** The append-only history of every case; entries join the transaction of what they tell. */
@ApplicationScoped
public class History {
    private final Rows rows;
    private final InstantSource clock;

    History(Rows rows, InstantSource clock) {
        this.rows = rows;
        this.clock = clock;
    }

    /**
     * @param detail facts without personal data: states, connectors, grounds
     */
    public void append(UUID request, Actor actor, Action action, Map<String, String> detail) {
        HistoryEntity entry = new HistoryEntity();
        entry.request = request;
        entry.at = clock.instant();
        entry.actorKind = actor.kind().name().toLowerCase(Locale.ROOT);
        entry.actor = actor.name();
        entry.action = action.key();
        entry.detail = Map.copyOf(detail);
        rows.persist(entry);
    }

    /** All entries of a case, oldest first. */
    public List<Entry> of(UUID request) {
        return rows.list("request = ?1 order by id", request).stream()
                .map(row -> new Entry(row.at, row.actorKind, row.actor, row.action, Map.copyOf(row.detail)))
                .toList();
    }

    public record Entry(Instant at, String actorKind, String actor, String action, Map<String, String> detail) {}

    @ApplicationScoped
    static class Rows implements PanacheRepositoryBase<HistoryEntity, Long> {}
}
