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

    /**
     * Notes that somebody is here.
     *
     * @param subject issuer and subject of the token, which stay with one person for good (OpenID Connect Core, 5.7)
     * @return false where the name is somebody else's: in the history one name is one person
     */
    @Transactional
    public boolean seen(String name, String subject) {
        rows.seen(name, subject, clock.instant(), clock.instant().minus(NEWS));
        return rows.count("name = ?1 and subject = ?2", name, subject) > 0;
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
        void seen(String name, String subject, Instant at, Instant old) {
            getEntityManager()
                    .createNativeQuery("insert into colleague (name, subject, seen_at) values (:name, :subject, :at)"
                            + " on conflict (name) do update set seen_at = excluded.seen_at"
                            + " where colleague.seen_at < :old and colleague.subject = excluded.subject")
                    .setParameter("name", name)
                    .setParameter("subject", subject)
                    .setParameter("at", at)
                    .setParameter("old", old)
                    .executeUpdate();
        }
    }
}
