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
     * @param works whether on cases: who only reads them is given none
     * @return false where the name is somebody else's: in the history one name is one person
     */
    @Transactional
    public boolean seen(String name, String subject, boolean works) {
        rows.seen(name, subject, works, clock.instant());
        return rows.count("name = ?1 and subject = ?2", name, subject) > 0;
    }

    @Transactional
    public boolean work(String name) {
        return rows.count(
                        "name = ?1 and works and seenAt > ?2",
                        name,
                        clock.instant().minus(GONE))
                > 0;
    }

    /** The names of those who work on cases, in order. */
    @Transactional
    public List<String> working() {
        return rows.find("works and seenAt > ?1 order by name", clock.instant().minus(GONE)).stream()
                .map(row -> row.name)
                .toList();
    }

    @ApplicationScoped
    static class Rows implements PanacheRepositoryBase<ColleagueEntity, String> {
        /** Writes at most once in a while, since every page asks. */
        void seen(String name, String subject, boolean works, Instant at) {
            getEntityManager()
                    .createNativeQuery(
                            "insert into colleague (name, subject, works, seen_at) values (:name, :subject, :works, :at)"
                                    + " on conflict (name) do update set works = excluded.works, seen_at = excluded.seen_at"
                                    + " where (colleague.seen_at < :old or colleague.works <> excluded.works)"
                                    + " and colleague.subject = excluded.subject")
                    .setParameter("name", name)
                    .setParameter("subject", subject)
                    .setParameter("works", works)
                    .setParameter("at", at)
                    .setParameter("old", at.minus(NEWS))
                    .executeUpdate();
        }
    }
}
