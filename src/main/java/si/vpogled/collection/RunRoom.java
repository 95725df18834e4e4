package si.vpogled.collection;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import si.vpogled.connector.definition.ConnectorDefinition;

/** Keeps the limits on how many runs there are at once, per connector and in all, over all replicas. */
@ApplicationScoped
class RunRoom {
    private static final long LOCK = 0x5650_4F47_4C45_4401L;
    private static final Duration LOOK_AGAIN = Duration.ofSeconds(1);

    private final EntityManager database;
    private final CollectionConfig config;
    private final InstantSource clock;

    RunRoom(EntityManager database, CollectionConfig config, InstantSource clock) {
        this.database = database;
        this.config = config;
        this.clock = clock;
    }

    Instant now() {
        return clock.instant();
    }

    /** Whether it was tried as often as it is before it is left to staff. */
    boolean spent(RunEntity run) {
        return run.tries >= config.tries();
    }

    /** When to ask again; empty where there is room now. The count holds until the transaction ends. */
    Optional<Instant> until(RunEntity run, ConnectorDefinition definition) {
        database.createNativeQuery("select cast(pg_advisory_xact_lock(?1) as text)", String.class)
                .setParameter(1, LOCK)
                .getSingleResult();
        Object[] running =
                (Object[]) database.createNativeQuery("select count(*) filter (where connector = ?1), count(*)"
                                + " from run where state = 'RUNNING' and id <> ?2")
                        .setParameter(1, run.connector)
                        .setParameter(2, run.id)
                        .getSingleResult();
        boolean room = ((Number) running[0]).longValue() < definition.concurrency()
                && ((Number) running[1]).longValue() < config.runs();
        return room ? Optional.empty() : Optional.of(now().plus(LOOK_AGAIN));
    }
}
