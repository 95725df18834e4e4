package si.vpogled.collection.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.fabric8.kubernetes.api.model.batch.v1.JobCondition;
import java.nio.file.Files;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.FutureTask;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import si.vpogled.collection.Launcher;
import si.vpogled.connector.FaultKind;
import si.vpogled.demo.server.FaultyProxy;
import si.vpogled.testing.cluster.Conduct;

/** What a cluster may do to a run: each ends as a fault of its kind, in plain words. */
class ClusterTroubleTest extends OnTestCluster {
    @Test
    void one_that_is_lost_without_a_word_has_successors_until_there_were_enough() throws Exception {
        failed(launch(shell("kill -15 $$")), FaultKind.UNAVAILABLE, "was killed");

        assertThat(cluster.pods()).hasSize(3);
    }

    /** As for want of memory, which the next pod would want as well. */
    @Test
    void one_that_is_killed_by_its_node_is_not_repeated_before_somebody_is_told() throws Exception {
        failed(launch(shell("kill -9 $$")), FaultKind.UNAVAILABLE, "was killed");

        assertThat(cluster.pods()).hasSize(1);
    }

    @Test
    void pods_that_are_evicted_are_followed_by_others_and_count_for_nothing() throws Exception {
        cluster.kubelet().conduct(_ -> Conduct.EVICTS_OFTEN);

        Launcher.Report report = launch(python(NAME));

        assertThat(report.fault()).isEmpty();
        assertThat(report.outcome()).isPresent();
        assertThat(cluster.pods()).as("more than a Job may lose").hasSize(3 + 1);
    }

    @Test
    void a_job_that_somebody_deletes_is_a_fault_that_is_tried_again() throws Exception {
        FutureTask<Launcher.Report> launch = begin(shell(untilTold()));
        awaitRunning();

        cluster.client().batch().v1().jobs().withName(JobManifest.name(order)).delete();

        failed(end(launch), FaultKind.UNAVAILABLE, "deleted from the cluster");
    }

    @Test
    void an_image_that_cannot_be_pulled_ends_the_run() throws Exception {
        FutureTask<Launcher.Report> launch = begin(Conduct.KNOWS_NO_SUCH_IMAGE);
        await().atMost(PATIENCE).until(() -> waits("ErrImagePull"));
        clock.advance(SetCluster.USUAL.pull());

        failed(end(launch), FaultKind.MISCONFIGURED, "The image sh cannot be pulled");
        nothingIsLeft();
    }

    @Test
    void a_registry_that_is_away_is_tried_again() throws Exception {
        FutureTask<Launcher.Report> launch = begin(Conduct.REACHES_NO_REGISTRY);
        await().atMost(PATIENCE).until(() -> waits("ImagePullBackOff"));
        clock.advance(SetCluster.USUAL.pull());

        failed(end(launch), FaultKind.UNAVAILABLE, "its registry does not answer");
        nothingIsLeft();
    }

    @Test
    void want_of_room_ends_the_run_and_it_is_tried_again() throws Exception {
        FutureTask<Launcher.Report> launch = begin(Conduct.HAS_NO_ROOM);
        await().atMost(PATIENCE).until(() -> says("PodScheduled", "False"));
        clock.advance(SetCluster.USUAL.pending());

        failed(end(launch), FaultKind.UNAVAILABLE, "no room");
        nothingIsLeft();
    }

    @Test
    void a_quota_that_is_used_up_ends_the_run_and_it_is_tried_again() throws Exception {
        FutureTask<Launcher.Report> launch = begin(Conduct.MAKES_NO_POD);
        await().atMost(PATIENCE).until(() -> !cluster.orders().isEmpty());
        clock.advance(SetCluster.USUAL.pending());

        failed(end(launch), FaultKind.UNAVAILABLE, "made no pod");
        nothingIsLeft();
    }

    @Test
    void a_secret_that_is_not_there_is_named() throws Exception {
        cluster.client().secrets().withName(CREDENTIALS).delete();
        try {
            FutureTask<Launcher.Report> launch = begin(Conduct.RUNS);
            await().atMost(PATIENCE).until(() -> says("PodScheduled", "True"));
            clock.advance(SetCluster.USUAL.pending());

            failed(end(launch), FaultKind.MISCONFIGURED, "such as the Secret vpogled-connector-billing?");
        } finally {
            cluster.secret(CREDENTIALS, Map.of("password", "geslo"));
        }
        nothingIsLeft();
    }

    @Test
    void a_job_whose_end_nobody_heard_of_is_found_when_the_api_is_back() throws Exception {
        FutureTask<Launcher.Report> launch = begin(shell(untilTold()));
        awaitRunning();

        proxy.conduct(new FaultyProxy.Conduct.Cut(0));
        Files.createFile(told());
        await().atMost(PATIENCE).until(ClusterTroubleTest::hasFailed);
        proxy.conduct(new FaultyProxy.Conduct.Pass());
        clock.advance(SetCluster.USUAL.resync());

        failed(end(launch), FaultKind.UNAVAILABLE, "The ledger is away");
    }

    @Test
    void an_api_that_is_away_for_too_long_is_told() throws Exception {
        proxy.conduct(new FaultyProxy.Conduct.Cut(0));
        long before = proxy.asked();
        FutureTask<Launcher.Report> launch = begin(shell("exit 0"));
        await().atMost(PATIENCE).until(() -> proxy.asked() > before);
        clock.advance(SetCluster.USUAL.patience());

        failed(end(launch), FaultKind.UNAVAILABLE, "The cluster's API did not answer for 5 min");
    }

    @Test
    void an_api_that_does_not_know_yet_who_may_what_ends_no_run() throws Exception {
        FutureTask<Launcher.Report> launch = begin(shell(untilTold()));
        awaitRunning();

        AtomicInteger refused = cluster.forbids(JobManifest.name(order), 1);
        clock.advance(SetCluster.USUAL.resync());
        await().atMost(PATIENCE).until(() -> refused.get() == 1);
        Files.createFile(told());
        await().atMost(PATIENCE).until(ClusterTroubleTest::hasFailed);
        clock.advance(SetCluster.USUAL.resync());

        failed(end(launch), FaultKind.UNAVAILABLE, "The ledger is away");
    }

    @Test
    void one_that_never_lets_it_be_looked_at_is_the_operators_to_mend() throws Exception {
        FutureTask<Launcher.Report> launch = begin(shell(untilTold()));
        awaitRunning();

        AtomicInteger refused = cluster.forbids(JobManifest.name(order), 100);
        clock.advance(SetCluster.USUAL.resync());
        await().atMost(PATIENCE).until(() -> refused.get() > 0);
        clock.advance(SetCluster.USUAL.patience());

        failed(end(launch), FaultKind.MISCONFIGURED, "give its service account the role");
    }

    @Test
    void one_whose_node_dies_is_given_up_although_its_pod_never_ends() throws Exception {
        FutureTask<Launcher.Report> launch = begin(Conduct.LOSES_ITS_NODE);
        awaitRunning();

        clock.advance(Duration.ofSeconds(cluster.jobs().getFirst().getSpec().getActiveDeadlineSeconds()));

        failed(end(launch), FaultKind.UNAVAILABLE, "did not end in its time");
        assertThat(phase()).as("of the pod").contains("Running");
        assertThat(cluster.orders()).isEmpty();
    }

    @Test
    void one_whose_time_is_up_is_ended_by_the_cluster_and_tried_again() throws Exception {
        FutureTask<Launcher.Report> launch = begin(shell("sleep 600"));
        awaitRunning();

        clock.advance(Duration.ofSeconds(cluster.jobs().getFirst().getSpec().getActiveDeadlineSeconds()));

        failed(end(launch), FaultKind.UNAVAILABLE, "did not end in its time");
        assertThat(cluster.jobs().getFirst().getStatus().getConditions())
                .extracting(JobCondition::getReason)
                .containsExactly("DeadlineExceeded");
        assertThat(cluster.orders()).isEmpty();
    }

    private static boolean hasFailed() {
        return cluster.jobs().stream()
                .flatMap(job -> Stream.ofNullable(job.getStatus()))
                .flatMap(status -> status.getConditions().stream())
                .map(JobCondition::getType)
                .anyMatch("Failed"::equals);
    }
}
