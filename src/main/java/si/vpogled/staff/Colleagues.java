package si.vpogled.staff;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;

/**
 * Members of staff whom the identity provider signed in: whom a case can be given to is known only from that. Who has
 * not come for long is no longer among them; the history still names them.
 */
@ApplicationScoped
public class Colleagues {
    private static final Duration NEWS = Duration.ofHours(1);
    private static final Duration GONE = Duration.ofDays(90);

    private final Rows rows;
    private final InstantSource clock;

    Colleagues(Rows rows, InstantSource clock) {
        this.rows = rows;
        this.clock = clock;
    }

    /** Notes that somebody is here. */
    @Transactional
    public void seen(String name) {
        rows.seen(name, clock.instant(), clock.instant().minus(NEWS));
    }

    @Transactional
    public boolean knows(String name) {
        return rows.count("name = ?1 and seenAt > ?2", name, clock.instant().minus(GONE)) > 0;
    }

    /** All names, in order. */
    @Transactional
    public List<String> names() {
        return rows.find("seenAt > ?1 order by name", clock.instant().minus(GONE)).stream()
                .map(row -> row.name)
                .toList();
    }

    @ApplicationScoped
    static class Rows implements PanacheRepositoryBase<ColleagueEntity, String> {
        /** Writes at most once in a while, since every page asks. */
        void seen(String name, Instant at, Instant old) {
            getEntityManager()
                    .createNativeQuery("insert into colleague (name, seen_at) values (:name, :at)"
                            + " on conflict (name) do update set seen_at = excluded.seen_at"
                            + " where colleague.seen_at < :old")
                    .setParameter("name", name)
                    .setParameter("at", at)
                    .setParameter("old", old)
                    .executeUpdate();
        }
    }
}
