package si.vpogled.collection;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import si.vpogled.connector.ApprovedStep;
import si.vpogled.connector.ErasureOutcome;
import si.vpogled.connector.Order;
import si.vpogled.subject.Identifier;

/** Has connectors take the steps of an erasure, one at a time each. Within a transaction, case locked. */
@ApplicationScoped
public class ErasureSteps {
    /** Who says what an approved plan is about; no connector is called so. */
    private static final String ERASURE = "approved plan";

    private final Runs.Rows runs;
    private final Collect collect;
    private final KnownIdentifiers known;
    private final CollectionConfig config;
    private final InstantSource clock;

    ErasureSteps(
            Runs.Rows runs, Collect collect, KnownIdentifiers known, CollectionConfig config, InstantSource clock) {
        this.runs = runs;
        this.collect = collect;
        this.known = known;
        this.config = config;
        this.clock = clock;
    }

    /** What each connector found when it last looked, by its name; those without an answer are not there. */
    public Map<String, ErasureOutcome> found(UUID request) {
        Map<String, ErasureOutcome> found = new TreeMap<>();
        runs.of(request).stream().filter(run -> run.found != null).forEach(run -> found.put(run.connector, run.found));
        return found;
    }

    /**
     * Keeps by what a subject is looked up, whatever connectors say from now on: one that has erased an account can no
     * longer tell what it led to.
     */
    public void remember(UUID request, Collection<Identifier> identifiers) {
        known.add(request, identifiers, ERASURE);
    }

    /** Has a connector erase or verify some groups, as soon as there is room. */
    public void order(UUID request, String connector, Order.Operation operation, ApprovedStep step) {
        RunEntity run = run(request, connector);
        run.take(operation, step);
        run.failingSince = null;
        collect.queue(run, clock.instant());
    }

    /**
     * Has it tried again after a while, the longer, the longer it has failed: half of that time, and never given up.
     *
     * @param step with less to do, where something was done
     */
    public void later(UUID request, String connector, ApprovedStep step) {
        RunEntity run = run(request, connector);
        Instant now = clock.instant();
        run.step = step;
        // whoever is tried without end has not been tried too often when its process is killed
        run.tries = 1;
        run.state = RunState.RETRYING;
        run.retryAt = now.plus(pause(run, now));
        collect.queue(run, run.retryAt);
    }

    private Duration pause(RunEntity run, Instant now) {
        Duration failing = run.failingSince == null ? Duration.ZERO : Duration.between(run.failingSince, now);
        Duration half = failing.dividedBy(2);
        Duration atLeast = half.compareTo(config.pause()) < 0 ? config.pause() : half;
        return atLeast.compareTo(config.longestPause()) > 0 ? config.longestPause() : atLeast;
    }

    /** Whether any connector of a case still has something to do. */
    public boolean underWay(UUID request) {
        return runs.of(request).stream().anyMatch(run -> !run.state.ended());
    }

    /** Connectors whose last step failed, so that somebody has to look. */
    public Set<String> failed(UUID request) {
        return runs.of(request).stream()
                .filter(run -> run.operation.isPlanned() && run.state == RunState.FAILED)
                .map(run -> run.connector)
                .collect(Collectors.toSet());
    }

    private RunEntity run(UUID request, String connector) {
        return runs.find("request = ?1 and connector = ?2", request, connector).firstResult();
    }
}
