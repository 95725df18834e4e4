package si.vpogled.collection;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import si.vpogled.connector.Fault;
import si.vpogled.connector.FaultKind;

/** Attempts that ended by themselves: those of a case, and what sources are like over time. */
@ApplicationScoped
public class Attempts {
    private static final String TIMES = """
            select (select max(ended_at) from run_attempt where connector = :connector and fault_kind is null),
                   percentile_cont(0.5) within group (order by seconds),
                   percentile_disc(0.9) within group (order by seconds)
              from (select cast(extract(epoch from ended_at - started_at) as double precision) as seconds
                      from run_attempt
                     where connector = :connector and fault_kind is null and ended_at >= :since) as ended""";

    private final EntityManager database;

    Attempts(EntityManager database) {
        this.database = database;
    }

    public record Attempt(UUID run, int number, Instant started, Instant ended, Optional<Fault> fault) {}

    /**
     * A connector's attempts within some time.
     *
     * @param faults of each kind that there was
     */
    public record Tally(String connector, long attempts, Map<FaultKind, Long> faults) {
        public Tally {
            faults = Map.copyOf(faults);
        }

        public long failed() {
            return faults.values().stream().mapToLong(Long::longValue).sum();
        }

        public long failed(FaultKind kind) {
            return faults.getOrDefault(kind, 0L);
        }
    }

    /**
     * How a connector does.
     *
     * @param lastSuccess whenever it was
     * @param median of the time that attempts without a fault took
     * @param ninetieth the time within which nine of ten of these ended
     * @param lastFault whenever it was
     */
    public record Health(
            Optional<Instant> lastSuccess,
            Optional<Duration> median,
            Optional<Duration> ninetieth,
            Optional<Attempt> lastFault) {}

    /** The attempts of a case's runs, oldest first, by run. */
    @Transactional
    public Map<UUID, List<Attempt>> of(UUID request) {
        List<Object[]> rows = database.createNativeQuery(
                        "select a.run_id, a.attempt, a.started_at, a.ended_at, a.fault_kind, a.fault"
                                + " from run_attempt a join run on run.id = a.run_id"
                                + " where run.request_id = :request order by a.run_id, a.attempt",
                        Object[].class)
                .setParameter("request", request)
                .getResultList();
        return rows.stream().map(Attempts::attempt).collect(Collectors.groupingBy(Attempt::run));
    }

    /** What ended from one instant to before another, by connector. */
    @Transactional
    public Map<String, Tally> between(Instant begin, Instant end) {
        List<Object[]> rows = database.createNativeQuery(
                        "select connector, fault_kind, count(*) from run_attempt"
                                + " where ended_at >= :begin and ended_at < :end group by connector, fault_kind",
                        Object[].class)
                .setParameter("begin", begin)
                .setParameter("end", end)
                .getResultList();
        Map<String, Tally> tallies = new TreeMap<>();
        rows.forEach(row -> tallies.merge((String) row[0], tally(row), Attempts::together));
        return tallies;
    }

    /**
     * @param since when the attempts whose time counts ended
     */
    @Transactional
    public Health health(String connector, Instant since) {
        List<Object[]> rows = database.createNativeQuery(TIMES, Object[].class)
                .setParameter("connector", connector)
                .setParameter("since", since)
                .getResultList();
        Object[] times = rows.getFirst();
        return new Health(
                Optional.ofNullable((Instant) times[0]),
                Optional.ofNullable((Double) times[1]).map(Attempts::seconds),
                Optional.ofNullable((Double) times[2]).map(Attempts::seconds),
                lastFault(connector));
    }

    private Optional<Attempt> lastFault(String connector) {
        List<Object[]> rows = database.createNativeQuery(
                        "select run_id, attempt, started_at, ended_at, fault_kind, fault from run_attempt"
                                + " where connector = :connector and fault_kind is not null"
                                + " order by ended_at desc limit 1",
                        Object[].class)
                .setParameter("connector", connector)
                .getResultList();
        return rows.stream().map(Attempts::attempt).findFirst();
    }

    private static Duration seconds(double seconds) {
        return Duration.ofMillis(Math.round(seconds * 1000));
    }

    private static Attempt attempt(Object[] row) {
        return new Attempt(
                (UUID) row[0],
                (Integer) row[1],
                (Instant) row[2],
                (Instant) row[3],
                Optional.ofNullable((String) row[4]).map(kind -> new Fault(FaultKind.valueOf(kind), (String) row[5])));
    }

    private static Tally tally(Object[] row) {
        long count = (Long) row[2];
        Map<FaultKind, Long> faults = row[1] == null ? Map.of() : Map.of(FaultKind.valueOf((String) row[1]), count);
        return new Tally((String) row[0], count, faults);
    }

    private static Tally together(Tally one, Tally other) {
        Map<FaultKind, Long> faults = new EnumMap<>(FaultKind.class);
        one.faults().forEach((kind, count) -> faults.merge(kind, count, Long::sum));
        other.faults().forEach((kind, count) -> faults.merge(kind, count, Long::sum));
        return new Tally(one.connector(), one.attempts() + other.attempts(), faults);
    }
}
