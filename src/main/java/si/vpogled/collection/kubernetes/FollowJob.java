package si.vpogled.collection.kubernetes;

import io.fabric8.kubernetes.client.KubernetesClientException;
import io.fabric8.kubernetes.client.Watch;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import si.vpogled.connector.Fault;
import si.vpogled.connector.Order;
import si.vpogled.connector.definition.ConnectorDefinition;

/**
 * Makes a run's Job and follows it to its end. What it hears by watching only wakes it; what it goes by is how Job and
 * pods are when it looks, which it also does when it heard nothing for a while. So no event can be missed.
 */
final class FollowJob {
    private static final Duration ASK = Duration.ofSeconds(1);
    /** Between tries to reach an API that is away. */
    private static final Duration AGAIN = Duration.ofSeconds(5);

    private final ClusterJobs jobs;
    private final KubernetesConfig config;
    private final InstantSource clock;
    private final Order order;
    private final ConnectorDefinition definition;
    private final Semaphore news = new Semaphore(0);
    private final List<Watch> watches = new ArrayList<>();
    private volatile boolean deaf = true;
    private boolean started;
    private Instant answered;
    private boolean away;

    FollowJob(
            ClusterJobs jobs,
            KubernetesConfig config,
            InstantSource clock,
            Order order,
            ConnectorDefinition definition) {
        this.jobs = jobs;
        this.config = config;
        this.clock = clock;
        this.order = order;
        this.definition = definition;
        this.answered = clock.instant();
    }

    /**
     * @param wanted asked about once a second
     * @return how it ended; empty where it is not wanted any more
     * @throws InterruptedException where this process stops: the Job goes on
     */
    Optional<Standing> toItsEnd(BooleanSupplier wanted) throws InterruptedException {
        try {
            do {
                Standing standing = look();
                if (!(standing instanceof Standing.Underway)) {
                    return Optional.of(standing);
                }
            } while (waited(wanted));
            return Optional.empty();
        } finally {
            stopWatching();
        }
    }

    private Standing look() throws InterruptedException {
        try {
            if (!started) {
                jobs.start(order, definition);
                started = true;
            }
            watch();
            Standing standing = new JobState(config).of(jobs.find(order), jobs.pods(order), clock.instant());
            answered = clock.instant();
            away = false;
            return standing;
        } catch (KubernetesClientException e) {
            if (Thread.interrupted()) {
                throw new InterruptedException();
            }
            return refused(e);
        }
    }

    private Standing refused(KubernetesClientException e) {
        away = true;
        deaf = true;
        Optional<Fault> refusal = ClusterFault.of(e);
        if (refusal.isPresent()) {
            return new Standing.Failed(refusal.get(), false);
        }
        return answered.plus(config.patience()).isAfter(clock.instant())
                ? new Standing.Underway()
                : new Standing.Failed(ClusterFault.away(config.patience()), false);
    }

    private void watch() {
        if (deaf) {
            stopWatching();
            deaf = false;
            watches.add(jobs.watchJob(order, this::hear));
            watches.add(jobs.watchPods(order, this::hear));
        }
    }

    private void hear(boolean over) {
        deaf = deaf || over;
        news.release();
    }

    private void stopWatching() {
        watches.forEach(Watch::close);
        watches.clear();
    }

    private boolean waited(BooleanSupplier wanted) throws InterruptedException {
        Duration longest = away && AGAIN.compareTo(config.resync()) < 0 ? AGAIN : config.resync();
        Instant until = clock.instant().plus(longest);
        boolean heard = false;
        while (!heard && clock.instant().isBefore(until)) {
            if (!wanted.getAsBoolean()) {
                return false;
            }
            heard = news.tryAcquire(ASK.toMillis(), TimeUnit.MILLISECONDS);
        }
        news.drainPermits();
        return true;
    }
}
