package si.vpogled.collection;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import si.vpogled.connector.job.TestReport;
import si.vpogled.request.Actor;

/** Who had a connector tested, and what came of it. Of each connector one test runs at a time, over all replicas. */
@ApplicationScoped
public class ConnectorTests {
    /** Longer than any test takes: the process that ran it is gone. */
    private static final Duration ABANDONED = Duration.ofMinutes(2);

    private final Rows rows;
    private final InstantSource clock;

    ConnectorTests(Rows rows, InstantSource clock) {
        this.rows = rows;
        this.clock = clock;
    }

    /**
     * @param actor the user name of who asked for it
     * @param ended empty while it runs
     * @param report empty while it runs, and where it did not come to its end
     */
    public record Tested(
            String connector, String actor, Instant started, Optional<Instant> ended, Optional<TestReport> report) {}

    /** The latest test of each connector that was ever tested. */
    @Transactional
    public Map<String, Tested> latest() {
        List<ConnectorTestEntity> latest = rows.getEntityManager()
                .createNativeQuery(
                        "select distinct on (connector) * from connector_test order by connector, started_at desc",
                        ConnectorTestEntity.class)
                .getResultList();
        return latest.stream()
                .map(ConnectorTestEntity::view)
                .collect(Collectors.toMap(Tested::connector, Function.identity()));
    }

    /** Empty where one is under way. */
    @Transactional
    Optional<UUID> begin(String connector, Actor actor) {
        Instant now = clock.instant();
        rows.update(
                "endedAt = ?1 where connector = ?2 and endedAt is null and startedAt < ?3",
                now,
                connector,
                now.minus(ABANDONED));
        UUID id = UUID.randomUUID();
        int begun = rows.getEntityManager()
                .createNativeQuery("insert into connector_test (id, connector, actor, started_at)"
                        + " values (?1, ?2, ?3, ?4) on conflict do nothing")
                .setParameter(1, id)
                .setParameter(2, connector)
                .setParameter(3, actor.name())
                .setParameter(4, now)
                .executeUpdate();
        return Optional.of(id).filter(_ -> begun == 1);
    }

    /**
     * @param report empty where it did not come to its end
     */
    @Transactional
    void end(UUID id, Optional<TestReport> report) {
        ConnectorTestEntity test = rows.findById(id);
        test.endedAt = clock.instant();
        test.report = report.orElse(null);
    }

    @ApplicationScoped
    static class Rows implements PanacheRepositoryBase<ConnectorTestEntity, UUID> {}
}
