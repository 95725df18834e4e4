package si.vpogled.collection.kubernetes;

import io.fabric8.kubernetes.api.model.Pod;
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
import si.vpogled.collection.Launcher;
import si.vpogled.connector.Fault;
import si.vpogled.connector.Order;
import si.vpogled.connector.definition.ConnectorDefinition;
import si.vpogled.connector.job.ProgressLine;
import si.vpogled.storage.Grant;

/**
 * Makes a run's Job and follows it to its end. What it hears by watching only wakes it; what it goes by is how Job and
 * pods are when it looks, which it also does when it heard nothing for a while. So no event can be missed.
 */
final class FollowJob {
    private static final Duration ASK = Duration.ofSeconds(1);
    /** Between tries to reach an API that is away. */
    private static final Duration AGAIN = Duration.ofSeconds(5);
    /** A cluster whose API has just begun to answer may not know yet who may what. */
    private static final Duration BEGINNING = Duration.ofSeconds(20);

    private final ClusterJobs jobs;
    private final KubernetesConfig config;
    private final InstantSource clock;
    private final Assignment run;
    private final Order order;
    private final Semaphore news = new Semaphore(0);
    private final List<Watch> watches = new ArrayList<>();
    private volatile boolean deaf = true;
    private boolean started;
    private Instant looked;
    private Instant answered;
    private boolean away;
    private ProgressLine told = ProgressLine.BEGIN;

    /** What is to be done, by what, and where its extract may be written; a test writes none. */
    record Assignment(Order order, ConnectorDefinition definition, Optional<Grant> grant) {}

    FollowJob(ClusterJobs jobs, KubernetesConfig config, InstantSource clock, Assignment run) {
        this.jobs = jobs;
        this.config = config;
        this.clock = clock;
        this.run = run;
        this.order = run.order();
        this.looked = clock.instant();
        this.answered = looked;
    }

    /**
     * @param progress told about once a second what the job last said, and asked whether it is still wanted
     * @return how it ended; empty where it is not wanted any more
     * @throws InterruptedException where this process stops: the Job goes on
     */
    Optional<Standing> toItsEnd(Launcher.Progress progress) throws InterruptedException {
        try {
            do {
                Standing standing = look();
                if (!(standing instanceof Standing.Underway)) {
                    return Optional.of(standing);
                }
            } while (waited(progress));
            return Optional.empty();
        } finally {
            stopWatching();
        }
    }

    private Standing look() throws InterruptedException {
        // before it asks: what it is told is judged by a time at which it was so
        looked = clock.instant();
        try {
            if (!started) {
                jobs.start(order, run.definition(), run.grant());
                started = true;
            }
            watch();
            List<Pod> pods = jobs.pods(order);
            Standing standing = new JobState(config).of(jobs.find(order), pods, looked);
            answered = looked;
            away = false;
            if (standing instanceof Standing.Underway) {
                told = jobs.progress(pods).orElse(told);
            }
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
        boolean waits = refusal.isEmpty() || ClusterFault.mayPass(e);
        Duration patience = refusal.isEmpty() || started ? config.patience() : BEGINNING;
        return waits && answered.plus(patience).isAfter(clock.instant())
                ? new Standing.Underway()
                : new Standing.Failed(refusal.orElseGet(() -> ClusterFault.away(config.patience())), false);
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

    private boolean waited(Launcher.Progress progress) throws InterruptedException {
        Duration longest = away && AGAIN.compareTo(config.resync()) < 0 ? AGAIN : config.resync();
        Instant until = looked.plus(longest);
        boolean heard;
        do {
            if (!progress.at(told.records(), told.bytes())) {
                return false;
            }
            heard = news.tryAcquire(ASK.toMillis(), TimeUnit.MILLISECONDS);
        } while (!heard && clock.instant().isBefore(until));
        news.drainPermits();
        return true;
    }
}
