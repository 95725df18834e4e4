package si.vpogled.collection;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import si.vpogled.connector.definition.ConnectorDefinition;

/**
 * Keeps the limits on how many runs there are at once, per connector and in all, over all replicas. A place that comes
 * free is for whoever has waited for it longest.
 */
@ApplicationScoped
class RunRoom {
    private static final long LOCK = 0x5650_4F47_4C45_4401L;
    private static final Duration LOOK_AGAIN = Duration.ofSeconds(1);
    /** Whoever has not asked for so long is not waited for: its process may be gone. */
    private static final Duration STILL_ASKING = Duration.ofSeconds(10);

    private final EntityManager database;
    private final Connectors connectors;
    private final CollectionConfig config;
    private final InstantSource clock;

    RunRoom(EntityManager database, Connectors connectors, CollectionConfig config, InstantSource clock) {
        this.database = database;
        this.connectors = connectors;
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
        Instant now = now();
        Map<String, Long> taken = running(run);
        if (run.state != RunState.RUNNING) {
            longerWaiting(run, now).stream()
                    .flatMap(connector -> connectors.named(connector).stream())
                    .filter(next -> room(next, taken))
                    .forEach(next -> taken.merge(next.connector(), 1L, Long::sum));
        }
        if (room(definition, taken)) {
            return Optional.empty();
        }
        wait(run, now);
        return Optional.of(now.plus(LOOK_AGAIN));
    }

    private boolean room(ConnectorDefinition definition, Map<String, Long> taken) {
        long all = taken.values().stream().mapToLong(Long::longValue).sum();
        return all < config.runs() && taken.getOrDefault(definition.connector(), 0L) < definition.concurrency();
    }

    /** How many others there are of each connector. */
    private Map<String, Long> running(RunEntity run) {
        List<Object[]> rows = database.createNativeQuery(
                        "select connector, count(*) from run where state = 'RUNNING' and id <> ?1 group by connector",
                        Object[].class)
                .setParameter(1, run.id)
                .getResultList();
        Map<String, Long> running = new HashMap<>();
        rows.forEach(row -> running.put((String) row[0], (Long) row[1]));
        return running;
    }

    /** The connectors of runs that asked before this one did, and still do; the first of them first. */
    private List<String> longerWaiting(RunEntity run, Instant now) {
        return database.createNativeQuery(
                        "select connector from run where waiting_since < ?1 and asked_at > ?2"
                                + " and state in ('QUEUED', 'RETRYING') and id <> ?3 order by waiting_since, id",
                        String.class)
                .setParameter(1, run.waitingSince == null ? now : run.waitingSince)
                .setParameter(2, now.minus(STILL_ASKING))
                .setParameter(3, run.id)
                .getResultList();
    }

    private static void wait(RunEntity run, Instant now) {
        if (run.waitingSince == null) {
            run.waitingSince = now;
        }
        // often enough to be seen, and not at each asking
        if (run.askedAt == null || run.askedAt.isBefore(now.minus(STILL_ASKING.dividedBy(3)))) {
            run.askedAt = now;
        }
    }
}
