package si.vpogled.collection.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;
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
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import si.vpogled.collection.ConnectorEnvironment;
import si.vpogled.collection.Connectors;
import si.vpogled.collection.Launcher;
import si.vpogled.connector.FaultKind;
import si.vpogled.connector.Order;
import si.vpogled.connector.definition.ConnectorDefinition;
import si.vpogled.connector.definition.ConnectorDefinition.JobDefinition;
import si.vpogled.demo.server.FaultyProxy;
import si.vpogled.storage.DirectoryStore;
import si.vpogled.storage.ObjectStore;
import si.vpogled.storage.seal.Keys;
import si.vpogled.testing.SettableClock;
import si.vpogled.testing.cluster.Conduct;
import si.vpogled.testing.cluster.TestCluster;

/** A cluster that does what clusters do, with jobs as processes of this machine, and a service that reaches it over a wire. */
@Tag("slow")
abstract class OnTestCluster {
    protected static final Duration PATIENCE = Duration.ofSeconds(60);
    protected static final String CREDENTIALS = "vpogled-connector-billing";
    protected static final String NAME = "domains.legal-framework.name";

    protected static Path store;
    protected static TestCluster cluster;
    protected static FaultyProxy proxy;
    private static Path signs;
    private static KubernetesClient client;

    @TempDir
    Path folder;

    protected final OctetKeyPair keys = Keys.pair();
    protected final Order order = Orders.first(keys);
    protected final SettableClock clock = new SettableClock();

    @BeforeAll
    static void a_cluster(@TempDir Path folder) throws IOException {
        store = Files.createDirectories(folder.resolve("store"));
        signs = Files.createDirectories(folder.resolve("signs"));
        cluster = new TestCluster(folder.resolve("pods"), Map.of("vpogled-store", store));
        cluster.configMap("vpogled-connectors", Map.of("billing.yaml", definitionFile()));
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

    @BeforeEach
    void of_this_time() {
        cluster.kubelet().clock(clock);
    }

    @AfterEach
    void as_it_was() throws IOException {
        proxy.conduct(new FaultyProxy.Conduct.Pass());
        cluster.kubelet().conduct(_ -> Conduct.RUNS);
        cluster.client().batch().v1().jobs().delete();
        nothingIsLeft();
        Files.deleteIfExists(told());
    }

    @AfterAll
    static void no_cluster() throws IOException {
        client.close();
        proxy.close();
        cluster.close();
    }

    /** The file that a job waits for. */
    protected static Path told() {
        return signs.resolve("go");
    }

    /** Waits until it is told; then says that its backend is away. */
    protected static String untilTold() {
        return "while [ ! -e '" + told() + "' ]; do sleep 0.1; done; echo The ledger is away >&2; exit 69";
    }

    protected Launcher.Report launch(JobDefinition job) throws Exception {
        return launcher(job).launch(order, (_, _) -> true);
    }

    protected FutureTask<Launcher.Report> begin(Conduct conduct) {
        cluster.kubelet().conduct(_ -> conduct);
        return begin(shell("exit 0"));
    }

    protected FutureTask<Launcher.Report> begin(JobDefinition job) {
        FutureTask<Launcher.Report> launch = new FutureTask<>(() -> launch(job));
        Thread.ofVirtual().start(launch);
        return launch;
    }

    /** What it comes to; never to wait for without end. */
    protected static Launcher.Report end(FutureTask<Launcher.Report> launch) throws Exception {
        return launch.get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
    }

    protected Launcher launcher(JobDefinition job) throws IOException {
        ConnectorDefinition definition = Orders.billing(job);
        ObjectStore objects = new DirectoryStore(store, InstantSource.system());
        ConnectorEnvironment environment = new ConnectorEnvironment(
                Map.of("BILLING_JDBC_URL", "jdbc:postgresql://127.0.0.1:1/x", "BILLING_USER", "u"));
        Connectors connectors = new Connectors(List.of(definition));
        return new KubernetesLauncher(
                connectors,
                new BroughtExtract(objects, _ -> keys),
                new GrantExtract(objects, SetCluster.USUAL),
                new ClusterJobs(client, SetCluster.USUAL, environment, connectors),
                SetCluster.USUAL,
                clock);
    }

    /** The connector job as it is. */
    protected static JobDefinition job() {
        return command(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-cp",
                System.getProperty("java.class.path"),
                "si.vpogled.connector.job.ConnectorJob");
    }

    protected static JobDefinition python(String found) {
        return command(
                "python3",
                Path.of("src/test/python/connector.py").toAbsolutePath().toString(),
                found);
    }

    protected static JobDefinition shell(String script) {
        return command("sh", "-c", script);
    }

    protected static JobDefinition command(String... command) {
        return new JobDefinition(Optional.of(command[0]), List.of(command), Optional.empty(), Map.of(), Map.of());
    }

    protected static String definitionFile() throws IOException {
        return Files.readString(Path.of("src/main/resources/connectors/billing.yaml"));
    }

    protected void awaitRunning() {
        await().atMost(PATIENCE).until(() -> phase().filter("Running"::equals).isPresent());
    }

    protected boolean waits(String reason) {
        return cluster.pods().stream()
                .flatMap(pod -> pod.getStatus().getContainerStatuses().stream())
                .anyMatch(status -> status.getState().getWaiting() != null
                        && reason.equals(status.getState().getWaiting().getReason()));
    }

    protected boolean says(String condition, String is) {
        return cluster.pods().stream()
                .anyMatch(pod -> JobState.condition(pod, condition, is).isPresent());
    }

    protected Optional<String> phase() {
        return cluster.pods().stream()
                .findFirst()
                .map(Pod::getStatus)
                .map(status -> status.getPhase())
                .filter(phase -> !phase.equals("Pending"));
    }

    protected static void nothingIsLeft() {
        await().atMost(PATIENCE).untilAsserted(() -> {
            assertThat(cluster.jobs()).isEmpty();
            assertThat(cluster.pods()).isEmpty();
            assertThat(cluster.orders()).isEmpty();
        });
    }

    protected static void failed(Launcher.Report report, FaultKind kind, String words) {
        assertThat(report.outcome()).isEmpty();
        assertThat(report.fault()).hasValueSatisfying(fault -> {
            assertThat(fault.message()).contains(words);
            assertThat(fault.kind()).isEqualTo(kind);
        });
    }
}
