package si.vpogled.collection.kubernetes;

import io.fabric8.kubernetes.api.model.DeletionPropagation;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.batch.v1.Job;
import io.fabric8.kubernetes.api.model.batch.v1.JobList;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientException;
import io.fabric8.kubernetes.client.Watch;
import io.fabric8.kubernetes.client.Watcher;
import io.fabric8.kubernetes.client.WatcherException;
import io.fabric8.kubernetes.client.dsl.NonNamespaceOperation;
import io.fabric8.kubernetes.client.dsl.ScalableResource;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import si.vpogled.collection.ConnectorEnvironment;
import si.vpogled.collection.Connectors;
import si.vpogled.connector.Order;
import si.vpogled.connector.definition.ConnectorDefinition;
import si.vpogled.connector.job.ProgressLine;
import si.vpogled.storage.Grant;

/** The cluster's API, as far as runs need it. All of it throws {@link KubernetesClientException}. */
@Singleton
class ClusterJobs {
    private static final String HERE = "default";
    private static final int LOG_LINES = 20;
    private static final int LOG_BYTES = 1 << 16;

    private final KubernetesClient cluster;
    private final String namespace;
    private final JobManifest manifest;

    ClusterJobs(
            KubernetesClient cluster,
            KubernetesConfig config,
            ConnectorEnvironment environment,
            Connectors connectors) {
        this.cluster = cluster;
        this.namespace = config.namespace()
                .or(() -> Optional.ofNullable(cluster.getNamespace()))
                .orElse(HERE);
        this.manifest = new JobManifest(config, environment.variables(), connectors.checksums());
    }

    /** Until a run's Job is ended, however far it is. */
    Duration time(Order order) {
        return manifest.time(order);
    }

    /** Makes what is not there yet, and ends what earlier attempts left: done again, it changes nothing. */
    void start(Order order, ConnectorDefinition definition, Optional<Grant> grant) {
        Optional<Job> made = create(manifest.job(order, definition));
        Optional<Job> job = made.isPresent() ? made : find(order);
        job.ifPresent(owner -> create(JobManifest.order(order, grant, owner)));
        if (made.isPresent() && order.attempt() > 1) {
            removeEarlier(order);
        }
    }

    /** Empty where there is one of that name. */
    private <T extends HasMetadata> Optional<T> create(T object) {
        try {
            return Optional.of(cluster.resource(object).inNamespace(namespace).create());
        } catch (KubernetesClientException e) {
            if (e.getCode() == ClusterFault.CONFLICT) {
                return Optional.empty();
            }
            throw e;
        }
    }

    private void removeEarlier(Order order) {
        names(order.run()).filter(name -> !name.equals(JobManifest.name(order))).forEach(this::remove);
    }

    /** Ends all attempts at a run. */
    void removeAll(UUID run) {
        names(run).forEach(this::remove);
    }

    private Stream<String> names(UUID run) {
        return jobs().withLabel(JobManifest.RUN, run.toString()).list().getItems().stream()
                .map(job -> job.getMetadata().getName());
    }

    Optional<Job> find(Order order) {
        return Optional.ofNullable(jobs().withName(JobManifest.name(order)).get());
    }

    List<Pod> pods(Order order) {
        return cluster.pods()
                .inNamespace(namespace)
                .withLabels(of(order))
                .list()
                .getItems();
    }

    /** What the pod that ended well had to say. */
    String said(Order order) {
        return pods(order).stream()
                .filter(pod -> JobState.phase(pod).equals("Succeeded"))
                .findFirst()
                .map(pod -> cluster.pods()
                        .inNamespace(namespace)
                        .withName(pod.getMetadata().getName())
                        .getLog())
                .orElse("");
    }

    /** How far the pod that is at work says to be; empty where it does not, or cannot be asked. */
    Optional<ProgressLine> progress(List<Pod> pods) {
        return pods.stream()
                .filter(pod -> JobState.phase(pod).equals("Running"))
                .findFirst()
                .flatMap(pod -> ProgressLine.last(endOfLog(pod)));
    }

    private String endOfLog(Pod pod) {
        try {
            String said = cluster.pods()
                    .inNamespace(namespace)
                    .withName(pod.getMetadata().getName())
                    .limitBytes(LOG_BYTES)
                    .tailingLines(LOG_LINES)
                    .getLog();
            return said == null ? "" : said;
        } catch (KubernetesClientException e) {
            return "";
        }
    }

    /** Ends it with all that is its own. */
    void remove(Order order) {
        remove(JobManifest.name(order));
    }

    private void remove(String name) {
        jobs().withName(name)
                .withPropagationPolicy(DeletionPropagation.BACKGROUND)
                .delete();
        forget(name);
    }

    /** Nobody needs to know any more whose data it was about. */
    void forget(Order order) {
        forget(JobManifest.name(order));
    }

    private void forget(String name) {
        cluster.secrets().inNamespace(namespace).withName(name).delete();
    }

    Watch watchJob(Order order, Wake wake) {
        return jobs().withLabels(of(order)).watch(new Waking<>(wake));
    }

    Watch watchPods(Order order, Wake wake) {
        return cluster.pods().inNamespace(namespace).withLabels(of(order)).watch(new Waking<>(wake));
    }

    /** Hears that there may be something new. */
    interface Wake {
        /** @param over whether nothing will be heard any more */
        void up(boolean over);
    }

    private record Waking<T>(Wake wake) implements Watcher<T> {
        @Override
        public void eventReceived(Action action, T object) {
            wake.up(false);
        }

        @Override
        public void onClose(WatcherException cause) {
            wake.up(true);
        }
    }

    private static Map<String, String> of(Order order) {
        return Map.of(JobManifest.RUN, order.run().toString(), JobManifest.ATTEMPT, Integer.toString(order.attempt()));
    }

    private NonNamespaceOperation<Job, JobList, ScalableResource<Job>> jobs() {
        return cluster.batch().v1().jobs().inNamespace(namespace);
    }
}
