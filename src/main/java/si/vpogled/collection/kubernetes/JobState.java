package si.vpogled.collection.kubernetes;

import io.fabric8.kubernetes.api.model.ContainerStateTerminated;
import io.fabric8.kubernetes.api.model.ContainerStatus;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.PodCondition;
import io.fabric8.kubernetes.api.model.batch.v1.Job;
import io.fabric8.kubernetes.api.model.batch.v1.JobCondition;
import io.fabric8.kubernetes.api.model.batch.v1.JobSpec;
import io.fabric8.kubernetes.api.model.batch.v1.JobStatus;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import si.vpogled.connector.FaultKind;

/**
 * Reads off a Job and its pods how a run stands. A cluster decides first how a Job ends, and says that it has ended when
 * none of its pods is left at work, which a node that died never tells: what was decided counts.
 */
final class JobState {
    /** Since Kubernetes 1.31 the first is there at once; before, and where no pod is left, there is the second alone. */
    private static final List<String> ENDED = List.of("SuccessCriteriaMet", "Complete");

    private static final List<String> FAILED = List.of("FailureTarget", "Failed");
    private static final Set<String> OVER = Set.of("Succeeded", "Failed");
    /** Of those who should have done something long since: of a controller, of a kubelet, and of clocks. */
    private static final Duration LATE = Duration.ofMinutes(2);

    private final Duration pending;
    private final StuckPod stuck;

    JobState(KubernetesConfig config) {
        this.pending = config.pending();
        this.stuck = new StuckPod(config);
    }

    /**
     * @param found the Job; empty where there is none any more
     * @param pods all that it had, in any order
     */
    Standing of(Optional<Job> found, List<Pod> pods, Instant now) {
        if (found.isEmpty()) {
            return Standing.over(
                    FaultKind.UNAVAILABLE, "The run's Job was deleted from the cluster before it came to its end");
        }
        Job job = found.get();
        if (condition(job, ENDED).isPresent()) {
            return new Standing.Ended();
        }
        Optional<JobCondition> failed = condition(job, FAILED);
        if (failed.isPresent()) {
            return why(failed.get().getReason(), pods);
        }
        return given(job, pods, now).orElseGet(Standing.Underway::new);
    }

    /** Where it is to be given up by us. */
    private Optional<Standing> given(Job job, List<Pod> pods, Instant now) {
        List<Pod> living =
                pods.stream().filter(pod -> !OVER.contains(phase(pod))).toList();
        if (living.stream().anyMatch(pod -> isLost(pod, now)) || isLate(job, now)) {
            return Optional.of(Standing.stuck(
                    FaultKind.UNAVAILABLE,
                    "The run's pod does not end, although its time is up: its node does not answer"));
        }
        return pods.isEmpty()
                ? withoutPod(job, now)
                : living.stream().flatMap(pod -> stuck.why(pod, now).stream()).findFirst();
    }

    /** It was told to end, had its time for it, and its node does not say that it did. */
    private static boolean isLost(Pod pod, Instant now) {
        return Optional.ofNullable(pod.getMetadata().getDeletionTimestamp())
                .map(Instant::parse)
                .filter(gone -> gone.plus(LATE).isBefore(now))
                .isPresent();
    }

    /** Nobody ended it when its time was up, nor after its pod had time to end. */
    private static boolean isLate(Job job, Instant now) {
        return Optional.ofNullable(job.getSpec())
                .map(JobSpec::getActiveDeadlineSeconds)
                .filter(seconds -> began(job)
                        .plusSeconds(seconds + PodManifest.GRACE_SECONDS)
                        .plus(LATE)
                        .isBefore(now))
                .isPresent();
    }

    private static Instant began(Job job) {
        return Optional.ofNullable(job.getStatus())
                .map(JobStatus::getStartTime)
                .map(Instant::parse)
                .orElseGet(() -> made(job));
    }

    private static Optional<JobCondition> condition(Job job, List<String> types) {
        return Stream.ofNullable(job.getStatus())
                .flatMap(status -> status.getConditions().stream())
                .filter(condition -> types.contains(condition.getType()) && "True".equals(condition.getStatus()))
                .findFirst();
    }

    static String phase(Pod pod) {
        return pod.getStatus() == null || pod.getStatus().getPhase() == null
                ? "Pending"
                : pod.getStatus().getPhase();
    }

    static Optional<PodCondition> condition(Pod pod, String type, String status) {
        return Stream.ofNullable(pod.getStatus())
                .flatMap(all -> all.getConditions().stream())
                .filter(condition -> type.equals(condition.getType()) && status.equals(condition.getStatus()))
                .findFirst();
    }

    /** Since when it is there; the beginning of time where the cluster does not say. */
    static Instant made(HasMetadata object) {
        String made = object.getMetadata().getCreationTimestamp();
        return made == null ? Instant.EPOCH : Instant.parse(made);
    }

    private Optional<Standing> withoutPod(Job job, Instant now) {
        return made(job).plus(pending).isAfter(now) || hadPods(job)
                ? Optional.empty()
                : Optional.of(Standing.stuck(
                        FaultKind.UNAVAILABLE,
                        "The cluster made no pod for the run's Job within " + Words.of(pending)
                                + ": is a quota used up, or does a policy refuse it?"));
    }

    /** They are gone, and the cluster is about to make another one, or to say that the Job is over. */
    private static boolean hadPods(Job job) {
        return Stream.ofNullable(job.getStatus())
                .flatMap(
                        status -> Arrays.asList(status.getActive(), status.getFailed(), status.getSucceeded()).stream())
                .anyMatch(count -> count != null && count > 0);
    }

    private static Standing why(String reason, List<Pod> pods) {
        if ("DeadlineExceeded".equals(reason)) {
            return late(pods.stream().anyMatch(JobState::isDisrupted));
        }
        Optional<Pod> last =
                pods.stream().filter(pod -> phase(pod).equals("Failed")).max(Comparator.comparing(JobState::made));
        Optional<ContainerStateTerminated> ended = last.flatMap(JobState::ended);
        if (last.filter(JobState::isDisrupted).isPresent()) {
            return takenAway();
        }
        if (last.filter(pod -> "Evicted".equals(pod.getStatus().getReason())).isPresent()) {
            // not for the node's sake, of which a condition tells, but for its own
            return Standing.over(
                    FaultKind.MISCONFIGURED,
                    "The job kept more in temporary files than it may: raise job.limits.ephemeral-storage of the"
                            + " connector's definition");
        }
        return ended.map(EndedContainer::why)
                .orElseGet(() -> last.isPresent() || pods.isEmpty()
                        ? takenAway()
                        : Standing.over(FaultKind.DEFECT, "The run's Job failed, and its pods do not say why"));
    }

    private static boolean isDisrupted(Pod pod) {
        return condition(pod, "DisruptionTarget", "True").isPresent();
    }

    /** The time is the Job's, not a pod's: one that follows another has what is left of it. */
    private static Standing late(boolean disrupted) {
        return Standing.over(
                FaultKind.UNAVAILABLE,
                disrupted
                        ? "The cluster took the run's pod away, and the one that followed had too little time left"
                        : "The run's Job did not end in its time: the cluster was too busy, or the backend is slow");
    }

    private static Standing takenAway() {
        return Standing.over(FaultKind.UNAVAILABLE, "The cluster took the run's pod away before it came to its end");
    }

    private static Optional<ContainerStateTerminated> ended(Pod pod) {
        return pod.getStatus().getContainerStatuses().stream()
                .filter(status -> status.getName().equals(PodManifest.CONTAINER))
                .map(ContainerStatus::getState)
                .flatMap(state -> Stream.ofNullable(state == null ? null : state.getTerminated()))
                .findFirst();
    }
}
