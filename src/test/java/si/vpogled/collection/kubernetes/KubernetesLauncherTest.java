package si.vpogled.collection.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.nimbusds.jose.jwk.OctetKeyPair;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.client.Config;
import io.fabric8.kubernetes.client.ConfigBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientBuilder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.FutureTask;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import si.vpogled.collection.ConnectorEnvironment;
import si.vpogled.collection.Connectors;
import si.vpogled.collection.Launcher;
import si.vpogled.connector.FaultKind;
import si.vpogled.connector.Order;
import si.vpogled.connector.Outcome.Found;
import si.vpogled.connector.definition.ConnectorDefinition;
import si.vpogled.connector.definition.ConnectorDefinition.JobDefinition;
import si.vpogled.connector.job.TestReport;
import si.vpogled.demo.server.FaultyProxy;
import si.vpogled.storage.DirectoryStore;
import si.vpogled.storage.seal.Keys;
import si.vpogled.testing.SettableClock;
import si.vpogled.testing.cluster.Conduct;
import si.vpogled.testing.cluster.TestCluster;

/** Runs as Jobs, each a process of its own, on a cluster that does what clusters do. */
@Tag("slow")
class KubernetesLauncherTest {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final String CREDENTIALS = "vpogled-connector-billing";
    private static final String NAME = "domains.legal-framework.name";
    /** Waits until the file is there that its argument names, beside the store; then says that its backend is away. */
    private static final String UNTIL_TOLD = "while [ ! -e \"$VPOGLED_STORE_DIRECTORY/go\" ]; do sleep 0.1; done; "
            + "echo The ledger is away >&2; exit 69";

    private static Path store;
    private static TestCluster cluster;
    private static FaultyProxy proxy;
    private static KubernetesClient client;

    @TempDir
    Path folder;

    private final OctetKeyPair keys = Keys.pair();
    private final Order order = Orders.first(keys);
    private final SettableClock clock = new SettableClock();

    @BeforeAll
    static void a_cluster(@TempDir Path folder) throws IOException {
        store = Files.createDirectories(folder.resolve("store"));
        cluster = new TestCluster(folder.resolve("pods"), Map.of("vpogled-store", store));
        cluster.configMap("vpogled-connectors", Map.of("billing.yaml", definitionFile()));
        cluster.secret("vpogled-store-writer", Map.of());
        cluster.secret(CREDENTIALS, Map.of("password", "geslo"));
        proxy = FaultyProxy.to(cluster.port());
        Config config = new ConfigBuilder(Config.empty())
                .withMasterUrl("http://127.0.0.1:" + proxy.port())
                .withNamespace(TestCluster.NAMESPACE)
                .withConnectionTimeout(5000)
                .withRequestTimeout(10000)
                .withRequestRetryBackoffLimit(0)
                .withHttp2Disable(true)
                .build();
        client = new KubernetesClientBuilder().withConfig(config).build();
    }

    @AfterEach
    void as_it_was() throws IOException {
        proxy.conduct(new FaultyProxy.Conduct.Pass());
        cluster.kubelet().conduct(_ -> Conduct.RUNS);
        cluster.client().batch().v1().jobs().delete();
        nothingIsLeft();
        Files.deleteIfExists(store.resolve("go"));
    }

    @AfterAll
    static void no_cluster() throws IOException {
        client.close();
        proxy.close();
        cluster.close();
    }

    @Test
    void a_run_is_a_job_that_writes_the_extract_and_leaves_no_order_behind() throws Exception {
        Launcher.Report report = launch(job());

        assertThat(report.fault().orElseThrow().message())
                .as("nothing listens there")
                .contains("127.0.0.1:1/x");
        assertThat(report.outcome().orElseThrow().items()).hasSameSizeAs(order.items());
        assertThat(cluster.jobs())
                .singleElement()
                .satisfies(job -> assertThat(job.getMetadata().getName()).isEqualTo(JobManifest.name(order)));
        assertThat(cluster.orders()).isEmpty();
    }

    @Test
    void a_program_in_another_language_needs_no_more_than_the_order() throws Exception {
        Launcher.Report report = launch(python(NAME));

        assertThat(report.fault()).isEmpty();
        assertThat(report.outcome().orElseThrow().items())
                .filteredOn(item -> item.outcome() == Found.FOUND)
                .singleElement()
                .satisfies(item -> assertThat(item.item().toString()).isEqualTo(NAME));
    }

    @Test
    void what_a_program_says_is_held_against_its_order() throws Exception {
        String altered = Files.readString(Path.of("src/test/python/connector.py"))
                .replace("\"attempt\": order[\"attempt\"], \"conn", "\"attempt\": 7, \"conn");
        Path script = Files.writeString(folder.resolve("altered.py"), altered);

        failed(launch(command("python3", script.toString())), FaultKind.DEFECT, "of another run or attempt");
    }

    @Test
    void one_that_ends_well_and_wrote_nothing_is_a_defect() throws Exception {
        failed(launch(shell("exit 0")), FaultKind.DEFECT, "wrote no extract");
    }

    @Test
    void what_is_misconfigured_is_told_at_once_in_the_jobs_own_words() throws Exception {
        failed(
                launch(shell("echo The password is not set >&2; exit 64")),
                FaultKind.MISCONFIGURED,
                "The password is not set");

        assertThat(cluster.pods()).as("not tried again").hasSize(1);
        assertThat(cluster.orders()).isEmpty();
    }

    @Test
    void one_that_is_killed_has_successors_until_there_were_enough() throws Exception {
        failed(launch(shell("kill -9 $$")), FaultKind.UNAVAILABLE, "killed again and again");

        assertThat(cluster.pods()).hasSize(3);
    }

    @Test
    void a_pod_that_is_evicted_is_followed_by_another() throws Exception {
        cluster.kubelet().conduct(_ -> Conduct.EVICTS_FIRST);

        Launcher.Report report = launch(python(NAME));

        assertThat(report.fault()).isEmpty();
        assertThat(report.outcome()).isPresent();
        assertThat(cluster.pods()).hasSize(2);
    }

    @Test
    void a_job_that_somebody_deletes_is_a_fault_that_is_tried_again() throws Exception {
        FutureTask<Launcher.Report> launch = begin(shell(UNTIL_TOLD));
        awaitRunning();

        cluster.client().batch().v1().jobs().withName(JobManifest.name(order)).delete();

        failed(launch.get(), FaultKind.UNAVAILABLE, "deleted from the cluster");
    }

    @Test
    void an_extract_counts_whatever_became_of_its_job() throws Exception {
        launch(python(NAME));
        cluster.client().batch().v1().jobs().withName(JobManifest.name(order)).delete();

        assertThat(launch(python(NAME)).outcome()).isPresent();
        assertThat(cluster.jobs()).as("not made again").isEmpty();
    }

    @Test
    void an_image_that_cannot_be_pulled_ends_the_run() throws Exception {
        FutureTask<Launcher.Report> launch = begin(Conduct.KNOWS_NO_SUCH_IMAGE);
        await().atMost(PATIENCE).until(() -> waits("ErrImagePull"));
        clock.advance(SetCluster.USUAL.pull());

        failed(launch.get(), FaultKind.MISCONFIGURED, "The image sh cannot be pulled");
        nothingIsLeft();
    }

    @Test
    void a_registry_that_is_away_is_tried_again() throws Exception {
        FutureTask<Launcher.Report> launch = begin(Conduct.REACHES_NO_REGISTRY);
        await().atMost(PATIENCE).until(() -> waits("ImagePullBackOff"));
        clock.advance(SetCluster.USUAL.pull());

        failed(launch.get(), FaultKind.UNAVAILABLE, "its registry does not answer");
        nothingIsLeft();
    }

    @Test
    void want_of_room_ends_the_run_and_it_is_tried_again() throws Exception {
        FutureTask<Launcher.Report> launch = begin(Conduct.HAS_NO_ROOM);
        await().atMost(PATIENCE).until(() -> says("PodScheduled", "False"));
        clock.advance(SetCluster.USUAL.pending());

        failed(launch.get(), FaultKind.UNAVAILABLE, "no room");
        nothingIsLeft();
    }

    @Test
    void a_quota_that_is_used_up_ends_the_run_and_it_is_tried_again() throws Exception {
        FutureTask<Launcher.Report> launch = begin(Conduct.MAKES_NO_POD);
        await().atMost(PATIENCE).until(() -> !cluster.orders().isEmpty());
        clock.advance(SetCluster.USUAL.pending());

        failed(launch.get(), FaultKind.UNAVAILABLE, "made no pod");
        nothingIsLeft();
    }

    @Test
    void a_secret_that_is_not_there_is_named() throws Exception {
        cluster.client().secrets().withName(CREDENTIALS).delete();
        FutureTask<Launcher.Report> launch = begin(Conduct.RUNS);
        await().atMost(PATIENCE).until(() -> says("PodScheduled", "True"));
        clock.advance(SetCluster.USUAL.pending());

        failed(launch.get(), FaultKind.MISCONFIGURED, "such as the Secret vpogled-connector-billing?");
        cluster.secret(CREDENTIALS, Map.of("password", "geslo"));
        nothingIsLeft();
    }

    @Test
    void a_job_whose_end_nobody_heard_of_is_found_when_the_api_is_back() throws Exception {
        FutureTask<Launcher.Report> launch = begin(shell(UNTIL_TOLD));
        awaitRunning();

        proxy.conduct(new FaultyProxy.Conduct.Cut(0));
        Files.createFile(store.resolve("go"));
        await().atMost(PATIENCE).until(() -> cluster.jobs().getFirst().getStatus() != null);
        proxy.conduct(new FaultyProxy.Conduct.Pass());
        clock.advance(SetCluster.USUAL.resync());

        failed(launch.get(), FaultKind.UNAVAILABLE, "The ledger is away");
    }

    @Test
    void an_api_that_is_away_for_too_long_is_told() throws Exception {
        proxy.conduct(new FaultyProxy.Conduct.Cut(0));
        long before = proxy.asked();
        FutureTask<Launcher.Report> launch = begin(shell("exit 0"));
        await().atMost(PATIENCE).until(() -> proxy.asked() > before);
        clock.advance(SetCluster.USUAL.patience());

        failed(launch.get(), FaultKind.UNAVAILABLE, "The cluster's API did not answer for 5 min");
    }

    @Test
    void a_run_goes_on_without_the_process_that_began_it_and_is_followed_by_the_next() throws Exception {
        FutureTask<Launcher.Report> first = new FutureTask<>(() -> launch(shell(UNTIL_TOLD)));
        Thread thread = Thread.ofVirtual().start(first);
        awaitRunning();

        thread.interrupt();
        assertThatThrownBy(first::get).hasCauseInstanceOf(InterruptedException.class);
        FutureTask<Launcher.Report> second = begin(shell(UNTIL_TOLD));
        Files.createFile(store.resolve("go"));

        failed(second.get(), FaultKind.UNAVAILABLE, "The ledger is away");
        assertThat(cluster.pods()).as("one process did it all").hasSize(1);
    }

    @Test
    void one_that_is_no_longer_wanted_is_ended() throws Exception {
        FutureTask<Launcher.Report> launch =
                new FutureTask<>(() -> launcher(shell(UNTIL_TOLD)).launch(order, (_, _) -> phase().isEmpty()));
        Thread.ofVirtual().start(launch);

        failed(launch.get(), FaultKind.UNAVAILABLE, "no longer wanted");
        nothingIsLeft();
    }

    @Test
    void the_next_attempt_ends_what_the_last_one_left() throws Exception {
        FutureTask<Launcher.Report> left = begin(shell(UNTIL_TOLD));
        awaitRunning();

        launcher(python(NAME)).launch(Orders.next(keys, order), (_, _) -> true);

        failed(left.get(), FaultKind.UNAVAILABLE, "deleted");
        assertThat(cluster.jobs())
                .singleElement()
                .satisfies(job -> assertThat(job.getMetadata().getName()).endsWith("-2"));
    }

    @Test
    void a_test_of_a_connector_is_a_job_too_and_tells_its_report() throws Exception {
        TestReport report = launcher(job()).test(Orders.billing(job()), Duration.ofSeconds(30));

        assertThat(report.connector()).isEqualTo("billing");
        assertThat(report.checks().getFirst().fault().orElseThrow().message())
                .as("nothing listens there")
                .contains("127.0.0.1:1/x");
        assertThat(report.checks()).hasSizeGreaterThan(2);
        nothingIsLeft();
    }

    @Test
    void a_test_that_cannot_be_made_says_why() throws Exception {
        JobDefinition wrong = shell("echo There is no definition >&2; exit 64");

        TestReport report = launcher(wrong).test(Orders.billing(wrong), Duration.ofSeconds(30));

        assertThat(report.checks()).singleElement().satisfies(check -> {
            assertThat(check.fault().orElseThrow().kind()).isEqualTo(FaultKind.MISCONFIGURED);
            assertThat(check.fault().orElseThrow().message()).isEqualTo("There is no definition");
        });
    }

    private Launcher.Report launch(JobDefinition job) throws Exception {
        return launcher(job).launch(order, (_, _) -> true);
    }

    private FutureTask<Launcher.Report> begin(Conduct conduct) {
        cluster.kubelet().conduct(_ -> conduct);
        return begin(shell("exit 0"));
    }

    private FutureTask<Launcher.Report> begin(JobDefinition job) {
        FutureTask<Launcher.Report> launch = new FutureTask<>(() -> launch(job));
        Thread.ofVirtual().start(launch);
        return launch;
    }

    private Launcher launcher(JobDefinition job) throws IOException {
        ConnectorDefinition definition = Orders.billing(job);
        return new KubernetesLauncher(
                new Connectors(List.of(definition)),
                new BroughtExtract(new DirectoryStore(store, InstantSource.system()), _ -> keys),
                client,
                SetCluster.USUAL,
                new ConnectorEnvironment(
                        Map.of("BILLING_JDBC_URL", "jdbc:postgresql://127.0.0.1:1/x", "BILLING_USER", "u")),
                clock);
    }

    /** The connector job as it is. */
    private static JobDefinition job() {
        return command(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-cp",
                System.getProperty("java.class.path"),
                "si.vpogled.connector.job.ConnectorJob");
    }

    private static JobDefinition python(String found) {
        return command(
                "python3",
                Path.of("src/test/python/connector.py").toAbsolutePath().toString(),
                found);
    }

    private static JobDefinition shell(String script) {
        return command("sh", "-c", script);
    }

    private static JobDefinition command(String... command) {
        return new JobDefinition(Optional.of(command[0]), List.of(command), Optional.empty(), Map.of(), Map.of());
    }

    private static String definitionFile() throws IOException {
        return Files.readString(Path.of("src/main/resources/connectors/billing.yaml"));
    }

    private void awaitRunning() {
        await().atMost(PATIENCE).until(() -> phase().filter("Running"::equals).isPresent());
    }

    private boolean waits(String reason) {
        return cluster.pods().stream()
                .flatMap(pod -> pod.getStatus().getContainerStatuses().stream())
                .anyMatch(status -> status.getState().getWaiting() != null
                        && reason.equals(status.getState().getWaiting().getReason()));
    }

    private boolean says(String condition, String is) {
        return cluster.pods().stream()
                .anyMatch(pod -> JobState.condition(pod, condition, is).isPresent());
    }

    private Optional<String> phase() {
        return cluster.pods().stream()
                .findFirst()
                .map(Pod::getStatus)
                .map(status -> status.getPhase())
                .filter(phase -> !phase.equals("Pending"));
    }

    private static void nothingIsLeft() {
        await().atMost(PATIENCE).untilAsserted(() -> {
            assertThat(cluster.jobs()).isEmpty();
            assertThat(cluster.pods()).isEmpty();
            assertThat(cluster.orders()).isEmpty();
        });
    }

    private static void failed(Launcher.Report report, FaultKind kind, String words) {
        assertThat(report.outcome()).isEmpty();
        assertThat(report.fault()).hasValueSatisfying(fault -> {
            assertThat(fault.message()).contains(words);
            assertThat(fault.kind()).isEqualTo(kind);
        });
    }
}
