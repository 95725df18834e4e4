package si.vpogled.testing.cluster;

import io.fabric8.kubernetes.api.model.ContainerStateBuilder;
import io.fabric8.kubernetes.api.model.ContainerStatusBuilder;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.PodBuilder;
import io.fabric8.kubernetes.api.model.PodConditionBuilder;
import io.fabric8.kubernetes.api.model.batch.v1.Job;
import io.fabric8.kubernetes.api.model.batch.v1.JobBuilder;
import io.fabric8.kubernetes.api.model.batch.v1.JobConditionBuilder;
import io.fabric8.kubernetes.api.model.batch.v1.PodFailurePolicyRule;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/** One Job, from the pods that are made for it to its end. */
final class RunningJob {
    private final KubernetesClient client;
    private final PodProcess processes;
    private final Job job;
    private final String name;
    private final InstantSource clock;
    private final Instant end;
    private volatile Thread thread;

    RunningJob(KubernetesClient client, PodProcess processes, Job job, InstantSource clock) {
        this.clock = clock;
        this.end = clock.instant().plusSeconds(job.getSpec().getActiveDeadlineSeconds());
        this.client = client;
        this.processes = processes;
        this.job = job;
        this.name = job.getMetadata().getName();
    }

    void start(Conduct conduct) {
        thread = Thread.ofVirtual().start(() -> {
            try {
                run(conduct);
            } catch (InterruptedException | KubernetesClientException | IllegalStateException e) {
                // the Job is gone, or the cluster
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }

    void stop() {
        thread.interrupt();
    }

    /** What a cluster does with all that belonged to a Job that is gone. */
    void collect() {
        stop();
        try {
            thread.join();
            client.pods().withLabel("job-name", name).delete();
            client.secrets().list().getItems().stream()
                    .filter(secret -> secret.getMetadata().getOwnerReferences().stream()
                            .anyMatch(owner ->
                                    owner.getUid().equals(job.getMetadata().getUid())))
                    .forEach(secret -> client.resource(secret).delete());
        } catch (InterruptedException | KubernetesClientException e) {
            // so is the cluster
        }
    }

    private void run(Conduct conduct) throws IOException, InterruptedException {
        switch (conduct) {
            case MAKES_NO_POD -> {}
            case HAS_NO_ROOM -> unschedulable(pod(0));
            case KNOWS_NO_SUCH_IMAGE -> waiting(pod(0), "ErrImagePull", "failed to pull: not found");
            case REACHES_NO_REGISTRY -> waiting(pod(0), "ImagePullBackOff", "dial tcp: i/o timeout");
            case LOSES_ITS_NODE -> goesOnUnheard(scheduled(pod(0)));
            case EVICTS_OFTEN -> runs(job.getSpec().getBackoffLimit() + 1);
            case RUNS -> runs(0);
        }
    }

    /** @param evicted how many pods are taken away before one comes to its end */
    private void runs(int evicted) throws IOException, InterruptedException {
        int lost = 0;
        for (int number = 0; number < evicted; number++) {
            evict(scheduled(pod(number)));
            lost += ignoresEviction() ? 0 : 1;
            if (lost > job.getSpec().getBackoffLimit()) {
                condition("Failed", "BackoffLimitExceeded");
                return;
            }
        }
        for (int number = evicted; ; number++) {
            Optional<PodProcess.End> ended = processes.run(scheduled(pod(number)), this::running, this::overdue);
            if (ended.isEmpty()) {
                // as a cluster does: nothing is left of it that could tell more
                client.pods().withName(podName(number)).delete();
                condition("Failed", "DeadlineExceeded");
                return;
            }
            int code = ended.get().code();
            ended(podName(number), ended.get());
            if (code == 0) {
                condition("Complete", "");
                return;
            }
            if (failsAtOnce(code)) {
                condition("Failed", "PodFailurePolicy");
                return;
            }
            lost++;
            if (lost > job.getSpec().getBackoffLimit()) {
                condition("Failed", "BackoffLimitExceeded");
                return;
            }
        }
    }

    /** As a cluster from 1.31 on: how the Job ends is decided, and that it ended is not said while a pod may be at work. */
    private void goesOnUnheard(Pod pod) throws InterruptedException {
        running(pod);
        while (!overdue()) {
            Thread.sleep(50);
        }
        condition("FailureTarget", "DeadlineExceeded");
    }

    private boolean overdue() {
        return !clock.instant().isBefore(end);
    }

    private boolean failsAtOnce(int code) {
        return job.getSpec().getPodFailurePolicy().getRules().stream()
                .filter(rule -> rule.getOnExitCodes() != null
                        && rule.getOnExitCodes().getOperator().equals("In")
                        && rule.getOnExitCodes().getValues().contains(code))
                .map(PodFailurePolicyRule::getAction)
                .anyMatch("FailJob"::equals);
    }

    /** The first rule that fits is the one that counts. */
    private boolean ignoresEviction() {
        return job.getSpec().getPodFailurePolicy().getRules().stream()
                .filter(rule -> rule.getOnPodConditions().stream()
                        .anyMatch(condition -> condition.getType().equals("DisruptionTarget")
                                && condition.getStatus().equals("True")))
                .findFirst()
                .map(PodFailurePolicyRule::getAction)
                .filter("Ignore"::equals)
                .isPresent();
    }

    private void evict(Pod pod) throws IOException, InterruptedException {
        processes.begin(pod, this::running).destroyForcibly().waitFor();
        status(pod.getMetadata().getName(), "Failed", "DisruptionTarget", "True", null);
    }

    private String podName(int number) {
        return name + "-" + number;
    }

    private Pod pod(int number) {
        Pod made = new PodBuilder()
                .withMetadata(job.getSpec().getTemplate().getMetadata())
                .editMetadata()
                .withName(podName(number))
                .addToLabels("job-name", name)
                .endMetadata()
                .withSpec(job.getSpec().getTemplate().getSpec())
                .withNewStatus()
                .withPhase("Pending")
                .endStatus()
                .build();
        client.resource(made).create();
        client.batch()
                .v1()
                .jobs()
                .withName(name)
                .editStatus(now -> new JobBuilder(now)
                        .editOrNewStatus()
                        .withActive(1)
                        .endStatus()
                        .build());
        return status(podName(number), "Pending", "Initialized", "True", null);
    }

    private Pod scheduled(Pod pod) {
        return status(pod.getMetadata().getName(), "Pending", "PodScheduled", "True", null);
    }

    private void unschedulable(Pod pod) {
        status(pod.getMetadata().getName(), "Pending", "PodScheduled", "False", null);
    }

    private void waiting(Pod pod, String reason, String message) {
        ContainerStateBuilder state = new ContainerStateBuilder()
                .withNewWaiting()
                .withReason(reason)
                .withMessage(message)
                .endWaiting();
        status(scheduled(pod).getMetadata().getName(), "Pending", "Ready", "False", state);
    }

    private void running(Pod pod) {
        status(pod.getMetadata().getName(), "Running", "Ready", "True", null);
    }

    private void ended(String pod, PodProcess.End end) {
        ContainerStateBuilder state = new ContainerStateBuilder()
                .withNewTerminated()
                .withExitCode(end.code())
                .withReason(end.code() == 0 ? "Completed" : "Error")
                .withMessage(end.code() == 0 ? null : end.said())
                .endTerminated();
        status(pod, end.code() == 0 ? "Succeeded" : "Failed", "Ready", "False", state);
    }

    private Pod status(String pod, String phase, String condition, String is, ContainerStateBuilder state) {
        return client.pods()
                .withName(pod)
                .editStatus(now -> new PodBuilder(now)
                        .editOrNewStatus()
                        .withPhase(phase)
                        .removeMatchingFromConditions(one -> one.getType().equals(condition))
                        .addToConditions(new PodConditionBuilder()
                                .withType(condition)
                                .withStatus(is)
                                .build())
                        .withContainerStatuses(
                                state == null
                                        ? List.of()
                                        : List.of(new ContainerStatusBuilder()
                                                .withName("connector")
                                                .withState(state.build())
                                                .build()))
                        .endStatus()
                        .build());
    }

    private void condition(String type, String reason) {
        client.batch()
                .v1()
                .jobs()
                .withName(name)
                .editStatus(now -> new JobBuilder(now)
                        .editOrNewStatus()
                        .addToConditions(new JobConditionBuilder()
                                .withType(type)
                                .withStatus("True")
                                .withReason(reason)
                                .build())
                        .endStatus()
                        .build());
    }
}
