package si.vpogled.testing.cluster;

import io.fabric8.kubernetes.api.model.batch.v1.Job;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.Watch;
import io.fabric8.kubernetes.client.Watcher;
import io.fabric8.kubernetes.client.WatcherException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiConsumer;
import java.util.function.Function;

/** Sees to Jobs as a cluster does: each has its pods made, started, and told of. */
public final class TestKubelet implements Watcher<Job>, AutoCloseable {
    private final KubernetesClient client;
    private final Path folder;
    private final Map<String, Path> claims;
    private final BiConsumer<String, Path> logs;
    private final Map<String, RunningJob> running = new ConcurrentHashMap<>();
    private final Watch watch;
    private volatile Function<Job, Conduct> conduct = _ -> Conduct.RUNS;
    private volatile InstantSource clock = InstantSource.system();

    TestKubelet(KubernetesClient client, Path folder, Map<String, Path> claims, BiConsumer<String, Path> logs) {
        this.client = client;
        this.folder = folder;
        this.claims = Map.copyOf(claims);
        this.logs = logs;
        this.watch = client.batch().v1().jobs().watch(this);
    }

    /** Of Jobs that are made from now on. */
    public void conduct(Function<Job, Conduct> chosen) {
        conduct = chosen;
    }

    /** By which the time of Jobs runs out that are made from now on. */
    public void clock(InstantSource chosen) {
        clock = chosen;
    }

    @Override
    public void eventReceived(Action action, Job job) {
        String name = job.getMetadata().getName();
        switch (action) {
            case ADDED -> {
                RunningJob started = new RunningJob(client, new PodProcess(client, claims, folder, logs), job, clock);
                running.put(name, started);
                started.start(conduct.apply(job));
            }
            case DELETED -> {
                RunningJob over = running.remove(name);
                if (over != null) {
                    Thread.ofVirtual().start(over::collect);
                }
            }
            case MODIFIED, BOOKMARK, ERROR -> {}
        }
    }

    @Override
    public void onClose(WatcherException cause) {}

    @Override
    public void close() {
        watch.close();
        running.values().forEach(RunningJob::stop);
    }
}
