package si.vpogled.collection.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.api.model.ContainerState;
import io.fabric8.kubernetes.api.model.ContainerStateBuilder;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.PodBuilder;
import io.fabric8.kubernetes.api.model.batch.v1.Job;
import io.fabric8.kubernetes.api.model.batch.v1.JobBuilder;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import si.vpogled.connector.FaultKind;

/** How a run stands, by what a cluster says. The usual waits: 2 minutes for an image, 10 for room. */
class JobStateTest {
    private static final Instant MADE = Instant.parse("2026-11-02T08:00:00Z");
    private static final Duration SOON = Duration.ofSeconds(30);
    private static final Duration PULLED_LONG = Duration.ofMinutes(2);
    private static final Duration PENDING_LONG = Duration.ofMinutes(10);

    private final JobState state = new JobState(SetCluster.USUAL);

    @Test
    void a_job_that_is_there_is_under_way_until_it_says_otherwise() {
        assertThat(stands(job(), List.of(), SOON)).isInstanceOf(Standing.Underway.class);
        assertThat(stands(job(), List.of(pod("Running", null)), Duration.ofDays(1)))
                .isInstanceOf(Standing.Underway.class);
        assertThat(stands(job("Complete", "CompletionsReached"), List.of(), SOON))
                .isInstanceOf(Standing.Ended.class);
    }

    @Test
    void one_that_somebody_deleted_is_tried_again() {
        failed(state.of(Optional.empty(), List.of(), MADE), FaultKind.UNAVAILABLE, "deleted from the cluster");
    }

    @ParameterizedTest
    @CsvSource({"64, MISCONFIGURED", "69, UNAVAILABLE", "70, DEFECT", "77, REFUSED"})
    void an_exit_code_tells_the_kind_of_fault_and_the_last_line_its_words(int code, FaultKind kind) {
        failed(
                stands(
                        job("Failed", "PodFailurePolicy"),
                        List.of(ended(code, "Error", "first\nThe ledger is\u0007 shut\n\n")),
                        SOON),
                kind,
                "The ledger is  shut");
    }

    @Test
    void who_says_nothing_is_told_by_the_code() {
        failed(
                stands(job("Failed", "PodFailurePolicy"), List.of(ended(64, "Error", "")), SOON),
                FaultKind.MISCONFIGURED,
                "exit code 64 and did not say why");
    }

    @Test
    void a_code_of_no_meaning_is_the_connectors_defect_and_its_words_are_not_repeated() {
        Standing standing =
                stands(job("Failed", "BackoffLimitExceeded"), List.of(ended(1, "Error", "Ana Novak")), SOON);

        failed(standing, FaultKind.DEFECT, "exit code 1, which is none of [0, 64, 69, 70, 77, 143]");
        assertThat(((Standing.Failed) standing).fault().message()).doesNotContain("Novak");
    }

    @Test
    void one_that_used_up_its_memory_is_the_operators_to_mend() {
        failed(
                stands(job("Failed", "BackoffLimitExceeded"), List.of(ended(137, "OOMKilled", null)), SOON),
                FaultKind.MISCONFIGURED,
                "job.limits.memory");
    }

    @ParameterizedTest
    @CsvSource({"127, Error", "126, Error", "128, StartError", "128, ContainerCannotRun"})
    void a_program_that_cannot_be_started_is_the_operators_to_mend(int code, String reason) {
        failed(
                stands(job("Failed", "BackoffLimitExceeded"), List.of(ended(code, reason, null)), SOON),
                FaultKind.MISCONFIGURED,
                "could not be started");
    }

    @Test
    void one_that_was_killed_is_tried_again() {
        failed(
                stands(job("Failed", "BackoffLimitExceeded"), List.of(ended(137, "Error", null)), SOON),
                FaultKind.UNAVAILABLE,
                "killed");
    }

    @Test
    void one_whose_pods_were_taken_away_is_tried_again() {
        Pod evicted = new PodBuilder(pod("Failed", null))
                .editStatus()
                .withReason("Evicted")
                .addNewCondition()
                .withType("DisruptionTarget")
                .withStatus("True")
                .endCondition()
                .endStatus()
                .build();
        failed(
                stands(job("Failed", "BackoffLimitExceeded"), List.of(evicted), SOON),
                FaultKind.UNAVAILABLE,
                "took the run's pod away");
        failed(
                stands(job("Failed", "BackoffLimitExceeded"), List.of(), SOON),
                FaultKind.UNAVAILABLE,
                "took the run's pod away");
        failed(
                stands(job("Failed", "DeadlineExceeded"), List.of(evicted), SOON),
                FaultKind.UNAVAILABLE,
                "the one that followed had too little time left");
        assertThat(stands(job(), List.of(evicted), SOON)).as("another follows").isInstanceOf(Standing.Underway.class);
    }

    @Test
    void one_that_filled_its_disk_is_the_operators_to_mend() {
        Pod full = new PodBuilder(ended(137, "Error", null))
                .editStatus()
                .withReason("Evicted")
                .withMessage("Usage of EmptyDir volume \"scratch\" exceeds the limit \"4Gi\".")
                .endStatus()
                .build();

        failed(
                stands(job("Failed", "PodFailurePolicy"), List.of(full), SOON),
                FaultKind.MISCONFIGURED,
                "raise job.limits.ephemeral-storage");
    }

    @Test
    void one_whose_time_is_up_is_tried_again() {
        failed(
                stands(job("Failed", "DeadlineExceeded"), List.of(), SOON),
                FaultKind.UNAVAILABLE,
                "did not end in its time");
    }

    /** From Kubernetes 1.31 on, while a pod is still there: on a node that died, for ever. */
    @ParameterizedTest
    @CsvSource({"DeadlineExceeded, did not end in its time", "PodFailurePolicy, The ledger is shut"})
    void what_the_cluster_has_decided_counts_before_the_last_pod_is_gone(String reason, String words) {
        failed(
                stands(
                        job("FailureTarget", reason),
                        List.of(ended(69, "Error", "The ledger is shut"), pod("Running", null)),
                        SOON),
                FaultKind.UNAVAILABLE,
                words);
        assertThat(stands(job("SuccessCriteriaMet", "CompletionsReached"), List.of(pod("Running", null)), SOON))
                .isInstanceOf(Standing.Ended.class);
    }

    @Test
    void a_pod_that_does_not_end_when_it_was_told_to_is_on_a_node_that_is_away() {
        Pod told = new PodBuilder(pod("Running", null))
                .editMetadata()
                .withDeletionTimestamp(MADE.plus(SOON).toString())
                .endMetadata()
                .build();

        assertThat(stands(job(), List.of(told), SOON.plusMinutes(2))).isInstanceOf(Standing.Underway.class);
        stuck(
                stands(job(), List.of(told), SOON.plusMinutes(2).plusSeconds(1)),
                FaultKind.UNAVAILABLE,
                "its node does not answer");
    }

    @Test
    void a_job_that_nobody_ends_when_its_time_is_up_is_given_up() {
        Job timed = new JobBuilder(job())
                .withNewSpec()
                .withActiveDeadlineSeconds(600L)
                .endSpec()
                .withNewStatus()
                .withStartTime(MADE.plusSeconds(10).toString())
                .endStatus()
                .build();
        Duration last = Duration.ofSeconds(10 + 600 + 30 + 120);

        assertThat(stands(timed, List.of(pod("Running", null)), last)).isInstanceOf(Standing.Underway.class);
        stuck(
                stands(timed, List.of(pod("Running", null)), last.plusSeconds(1)),
                FaultKind.UNAVAILABLE,
                "although its time is up");
    }

    @Test
    void an_image_that_the_registry_does_not_have_is_the_operators_to_mend_once_it_was_asked_for_a_while() {
        Pod pod = waiting("ImagePullBackOff", "registry.example/vpogled:1: not found");

        assertThat(stands(job(), List.of(pod), SOON)).isInstanceOf(Standing.Underway.class);
        stuck(
                stands(job(), List.of(pod), PULLED_LONG),
                FaultKind.MISCONFIGURED,
                "registry.example/vpogled:1 cannot be pulled");
    }

    @Test
    void a_name_that_no_image_has_is_told_at_once() {
        stuck(
                stands(job(), List.of(waiting("InvalidImageName", "")), SOON),
                FaultKind.MISCONFIGURED,
                "cannot be pulled");
    }

    @Test
    void a_registry_that_is_away_is_tried_again() {
        stuck(
                stands(job(), List.of(waiting("ErrImagePull", "dial tcp: i/o timeout")), PULLED_LONG),
                FaultKind.UNAVAILABLE,
                "could not be pulled within 2 min");
    }

    @Test
    void a_container_that_cannot_be_made_is_the_operators_to_mend() {
        stuck(
                stands(job(), List.of(waiting("CreateContainerConfigError", "secret \"x\" not found")), PULLED_LONG),
                FaultKind.MISCONFIGURED,
                "CreateContainerConfigError");
    }

    @Test
    void one_that_waits_for_room_longer_than_it_may_is_tried_again() {
        Pod pod = pod("Pending", null);

        assertThat(stands(job(), List.of(pod), PULLED_LONG)).isInstanceOf(Standing.Underway.class);
        stuck(stands(job(), List.of(pod), PENDING_LONG), FaultKind.UNAVAILABLE, "no room for the job within 10 min");
    }

    @Test
    void one_that_has_room_and_does_not_start_lacks_what_it_mounts() {
        Pod pod = new PodBuilder(pod("Pending", null))
                .editStatus()
                .addNewCondition()
                .withType("PodScheduled")
                .withStatus("True")
                .endCondition()
                .endStatus()
                .build();

        stuck(
                stands(job(), List.of(pod), PENDING_LONG),
                FaultKind.MISCONFIGURED,
                "did not start within 10 min: is what it mounts there, such as the Secret vpogled-connector-billing?");
    }

    @Test
    void a_job_for_which_no_pod_is_made_is_tried_again() {
        stuck(stands(job(), List.of(), PENDING_LONG), FaultKind.UNAVAILABLE, "made no pod");
    }

    /** As between the end of its pods and the word that it failed, or before the next one is made. */
    @Test
    void a_job_that_had_pods_is_under_way_until_the_cluster_says_more() {
        Job ending = new JobBuilder(job())
                .editOrNewStatus()
                .withActive(1)
                .endStatus()
                .build();

        assertThat(stands(ending, List.of(), PENDING_LONG)).isInstanceOf(Standing.Underway.class);
    }

    private Standing stands(Job job, List<Pod> pods, Duration later) {
        return state.of(Optional.of(job), pods, MADE.plus(later));
    }

    private static void failed(Standing standing, FaultKind kind, String words) {
        assertThat(standing).isInstanceOfSatisfying(Standing.Failed.class, failed -> {
            assertThat(failed.fault().kind()).isEqualTo(kind);
            assertThat(failed.fault().message()).contains(words);
            assertThat(failed.over()).isTrue();
        });
    }

    private static void stuck(Standing standing, FaultKind kind, String words) {
        assertThat(standing).isInstanceOfSatisfying(Standing.Failed.class, failed -> {
            assertThat(failed.fault().kind()).isEqualTo(kind);
            assertThat(failed.fault().message()).contains(words);
            assertThat(failed.over()).as("ended by us").isFalse();
        });
    }

    private static Job job() {
        return new JobBuilder()
                .withNewMetadata()
                .withCreationTimestamp(MADE.toString())
                .endMetadata()
                .build();
    }

    private static Job job(String condition, String reason) {
        return new JobBuilder(job())
                .withNewStatus()
                .addNewCondition()
                .withType(condition)
                .withStatus("True")
                .withReason(reason)
                .endCondition()
                .endStatus()
                .build();
    }

    private static Pod ended(int code, String reason, String message) {
        return pod(
                "Failed",
                new ContainerStateBuilder()
                        .withNewTerminated()
                        .withExitCode(code)
                        .withReason(reason)
                        .withMessage(message)
                        .endTerminated()
                        .build());
    }

    private static Pod waiting(String reason, String message) {
        return pod(
                "Pending",
                new ContainerStateBuilder()
                        .withNewWaiting()
                        .withReason(reason)
                        .withMessage(message)
                        .endWaiting()
                        .build());
    }

    private static Pod pod(String phase, ContainerState container) {
        return new PodBuilder()
                .withNewMetadata()
                .withCreationTimestamp(MADE.toString())
                .endMetadata()
                .withNewSpec()
                .addNewContainer()
                .withImage("registry.example/vpogled:1")
                .endContainer()
                .addNewVolume()
                .withNewSecret()
                .withSecretName("vpogled-connector-billing")
                .endSecret()
                .endVolume()
                .endSpec()
                .withNewStatus()
                .withPhase(phase)
                .addNewContainerStatus()
                .withName("connector")
                .withState(container)
                .endContainerStatus()
                .endStatus()
                .build();
    }
}
