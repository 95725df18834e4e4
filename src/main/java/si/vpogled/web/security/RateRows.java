package si.vpogled.web.security;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;

/**
 * The generic cell rate algorithm (ITU-T I.371), one row a key and one statement a step: a row says until when what was
 * done is paid for, which may be a period ahead and no more. Within a transaction.
 */
@ApplicationScoped
class RateRows {
    /** Rows that have run out are cleared away now and then. */
    private static final int NOW_AND_THEN = 200;

    /** They stay for a while, so that nobody who looks on finds them gone in the moment in which they run out. */
    private static final Duration KEPT = Duration.ofHours(1);

    private static final double NANOS = 1e9;

    /** A row that is further ahead than any step could have put it is of a clock or a setting that is no more. */
    private static final String TAKE = """
            insert into rate (key, paid_until) values (:key, cast(:now as timestamptz) + :cost * interval '1 second')
            on conflict (key) do update set paid_until = :cost * interval '1 second' +
                case when rate.paid_until > :lost then :now else greatest(rate.paid_until, :now) end
            where rate.paid_until <= :latest or rate.paid_until > :lost
            """;

    private final EntityManager database;
    private final InstantSource clock;

    RateRows(EntityManager database, InstantSource clock) {
        this.database = database;
        this.clock = clock;
    }

    /** Takes one, or says how long to wait for it. */
    Optional<Duration> take(String key, Rate rate) {
        Instant now = clock.instant();
        if (ThreadLocalRandom.current().nextInt(NOW_AND_THEN) == 0) {
            forget(now);
        }
        Instant latest = now.plus(rate.period()).minus(rate.cost());
        int taken = database.createNativeQuery(TAKE)
                .setParameter("key", key)
                .setParameter("now", now)
                .setParameter("cost", rate.cost().toNanos() / NANOS)
                .setParameter("latest", latest)
                .setParameter("lost", now.plus(rate.period().multipliedBy(2)))
                .executeUpdate();
        return taken > 0 ? Optional.empty() : Optional.of(Duration.between(latest, paidUntil(key)));
    }

    private Instant paidUntil(String key) {
        return (Instant) database.createNativeQuery("select paid_until from rate where key = ?1", Instant.class)
                .setParameter(1, key)
                .getSingleResult();
    }

    void giveBack(String key, Rate rate) {
        database.createNativeQuery("update rate set paid_until = paid_until - ?2 * interval '1 second' where key = ?1")
                .setParameter(1, key)
                .setParameter(2, rate.cost().toNanos() / NANOS)
                .executeUpdate();
    }

    void forget(Instant now) {
        database.createNativeQuery("delete from rate where key in (select key from rate where paid_until < ?1"
                        + " limit 1000 for update skip locked)")
                .setParameter(1, now.minus(KEPT))
                .executeUpdate();
    }
}
