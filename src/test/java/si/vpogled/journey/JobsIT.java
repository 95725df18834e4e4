package si.vpogled.journey;

import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.api.model.EnvVar;
import io.fabric8.kubernetes.api.model.batch.v1.Job;
import io.fabric8.kubernetes.client.utils.Serialization;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import si.vpogled.bundle.verify.VerifyBundle;
import si.vpogled.connector.definition.ConnectorDefinition;
import si.vpogled.connector.definition.DefinitionLoader;
import si.vpogled.demo.DemoWorld;
import si.vpogled.demo.Journey;
import si.vpogled.demo.ServiceProcess;
import si.vpogled.demo.SharedDemoWorld;
import si.vpogled.demo.people.Customer;
import si.vpogled.demo.people.DemoCustomers;
import si.vpogled.storage.seal.Sha256;
import si.vpogled.testing.ProductionJar;
import si.vpogled.testing.S3Server;
import si.vpogled.testing.TraceCollector;
import si.vpogled.testing.TraceCollector.Step;
import si.vpogled.testing.cluster.TestCluster;

/** The whole way from the request to a bundle that verifies, with every connector in a Job of its own, and all in a bucket. */
@ExtendWith(SharedDemoWorld.class)
class JobsIT {
    private static final Duration PATIENCE = Duration.ofMinutes(4);
    private static final String SECRET = "VPOGLED_SECRET_";

    @TempDir
    Path folder;

    @Test
    void each_connector_is_a_job_with_its_own_secret_and_one_is_a_program_in_another_language(DemoWorld world)
            throws IOException {
        Path definitions = definitions();
        try (S3Server bucket = S3Server.start(folder.resolve("s3"));
                TraceCollector traces = TraceCollector.start();
                TestCluster cluster = new TestCluster(folder.resolve("pods"), Map.of())) {
            furnish(cluster, definitions, world.environment());
            try (ServiceProcess service = ServiceProcess.start(settings(world, cluster, bucket, definitions)
                    .with("QUARKUS_OTEL_SDK_DISABLED", "false")
                    .with("VPOGLED_TRACES_ENDPOINT", traces.url()))) {
                service.awaitReady(ProductionJar.START);
                try (Journey journey = Journey.submit(
                        service.url(),
                        world.mail(),
                        new Journey.Person("Anton Kranjc", DemoCustomers.COMPANY_EMAIL),
                        List.of("websites", "domains"))) {
                    journey.confirm().finish(PATIENCE);

                    Path bundle = journey.download(1, folder.resolve("bundle.zip"));
                    assertThat(VerifyBundle.run(List.of(bundle.toString()), System.out))
                            .isZero();
                }
                assertThat(cluster.jobs().stream()
                                .map(job -> job.getMetadata().getLabels().get("vpogled.si/connector")))
                        .containsExactlyInAnyOrder("billing", "whois-domain", "website-builder");
                assertThat(cluster.jobs()).allSatisfy(JobsIT::tellsNothing);
                logsTellNothing(world);
                areToldWhatWasChecked(cluster, definitions);
                canDoNothingWithTheStore(cluster, bucket);
                assertThat(bucket.kept())
                        .filteredOn(key -> key.endsWith("/extract"))
                        .hasSize(3);
                assertThat(bucket.kept())
                        .as("no upload is left under way")
                        .allMatch(key -> key.matches("requests/.+/extract|requests/.+/bundles/.+|history/.+"));
                assertThat(cluster.orders())
                        .as("who was asked about is nowhere any more")
                        .isEmpty();
            }
            oneTraceFromFormToBundle(cluster, traces.steps());
        }
    }

    /** What each step followed from, and that each pod was told whose step it is. */
    private static void oneTraceFromFormToBundle(TestCluster cluster, List<Step> told) {
        Step form = told.stream()
                .filter(step -> step.name().equals("POST /api/v1/requests"))
                .findFirst()
                .orElseThrow();
        Map<String, Step> steps = told.stream()
                .filter(step -> step.trace().equals(form.trace()))
                .collect(Collectors.toMap(Step::id, step -> step));
        assertThat(steps.values().stream().map(step -> way(step, steps)))
                .contains("POST /api/v1/requests > task letter", "POST /api/v1/requests > task assemble")
                .filteredOn(way -> way.endsWith("job"))
                .hasSize(3)
                .containsOnly("POST /api/v1/requests > task run > job");
        Map<String, Step> jobs = steps.values().stream()
                .filter(step -> step.name().equals("job"))
                .collect(Collectors.toMap(step -> step.attributes().get("vpogled.connector"), step -> step));
        assertThat(jobs).containsOnlyKeys("billing", "whois-domain", "website-builder");
        assertThat(cluster.pods()).hasSize(3).allSatisfy(pod -> {
            Step job = jobs.get(pod.getMetadata().getLabels().get("vpogled.si/connector"));
            assertThat(pod.getSpec().getContainers().getFirst().getEnv())
                    .filteredOn(one -> one.getName().equals("TRACEPARENT"))
                    .extracting(EnvVar::getValue)
                    .containsExactly("00-" + form.trace() + "-" + job.parent() + "-01");
        });
        Step billing = jobs.get("billing");
        assertThat(billing.began())
                .isBetween(steps.get(billing.parent()).began(), billing.ended())
                .as("its process was at work, not the service waiting for it")
                .isNotEqualTo(billing.ended());
        assertThat(billing.ended()).isBefore(steps.get(billing.parent()).ended());
    }

    private static String way(Step step, Map<String, Step> steps) {
        return step.parent().isEmpty() ? step.name() : way(steps.get(step.parent()), steps) + " > " + step.name();
    }

    private static void tellsNothing(Job job) {
        assertThat(Serialization.asJson(job)).doesNotContainIgnoringCase("kranjc", DemoCustomers.COMPANY_EMAIL);
    }

    /** What jobs say is kept by the cluster, as JSON or as words. */
    private void logsTellNothing(DemoWorld world) throws IOException {
        Customer customer =
                world.population().customer(DemoCustomers.COMPANY_NUMBER).orElseThrow();
        List<Path> logs;
        try (Stream<Path> all = Files.list(folder.resolve("pods"))) {
            logs = all.filter(path -> path.toString().endsWith(".log")).toList();
        }
        assertThat(logs)
                .hasSize(3)
                .allSatisfy(log -> assertThat(
                                LogPrivacyIT.TIME.matcher(Files.readString(log)).replaceAll(""))
                        .isNotBlank()
                        .doesNotContainIgnoringCase(
                                "kranjc",
                                customer.number(),
                                customer.name(),
                                customer.email(),
                                customer.vatId().orElseThrow(),
                                customer.address().street(),
                                customer.address().townLine(),
                                DemoCustomers.COMPANY_WHOIS_DOMAIN,
                                DemoCustomers.COMPANY_SITE));
    }

    /** So that the file that the service has checked is not checked by each job once more. */
    private static void areToldWhatWasChecked(TestCluster cluster, Path definitions) {
        assertThat(cluster.pods()).hasSize(3).allSatisfy(pod -> {
            String connector = pod.getMetadata().getLabels().get("vpogled.si/connector");
            assertThat(pod.getSpec().getContainers().getFirst().getEnv())
                    .filteredOn(one -> one.getName().equals("VPOGLED_DEFINITION_CHECKED"))
                    .extracting(EnvVar::getValue)
                    .containsExactly(Sha256.hex(Files.readAllBytes(definitions.resolve(connector + ".yaml"))));
        });
    }

    /** It is given neither as a variable nor as a file, nor is there a Secret of the cluster from which it could be. */
    private static void canDoNothingWithTheStore(TestCluster cluster, S3Server bucket) {
        String secret = bucket.environment().get("VPOGLED_STORE_S3_SECRET_KEY");
        assertThat(cluster.pods()).hasSize(3).allSatisfy(pod -> {
            assertThat(pod.getSpec().getContainers().getFirst().getEnvFrom()).isEmpty();
            assertThat(pod.getSpec().getContainers().getFirst().getEnv())
                    .extracting(EnvVar::getName)
                    .contains("VPOGLED_GRANT")
                    .noneMatch(name -> name.startsWith("VPOGLED_STORE"));
        });
        assertThat(cluster.client().secrets().list().getItems())
                .flatExtracting(kept -> kept.getData().values())
                .noneMatch(value -> new String(Base64.getDecoder().decode(value)).contains(secret));
    }

    /** The five that come along, of which the website builder is somebody else's program. */
    private Path definitions() throws IOException {
        Path definitions = Files.createDirectories(folder.resolve("definitions"));
        for (String name : DefinitionLoader.BUILT_IN) {
            try (InputStream in = DefinitionLoader.class.getResourceAsStream("/connectors/" + name + ".yaml")) {
                Files.copy(in, definitions.resolve(name + ".yaml"));
            }
        }
        Path own = definitions.resolve("website-builder.yaml");
        Files.writeString(
                own,
                Files.readString(own)
                        + """

                job:
                  image: registry.example/website-builder-connector:1
                  command: [python3, "%s", websites.user-data.site-content]
                """.formatted(Path.of("src/test/python/connector.py").toAbsolutePath()));
        return definitions;
    }

    /** What an operator puts into the cluster beside the service. */
    private static void furnish(TestCluster cluster, Path definitions, Map<String, String> environment)
            throws IOException {
        Map<String, String> files = new HashMap<>();
        for (String name : DefinitionLoader.BUILT_IN) {
            files.put(name + ".yaml", Files.readString(definitions.resolve(name + ".yaml")));
        }
        cluster.configMap("vpogled-connectors", files);
        for (ConnectorDefinition definition :
                new DefinitionLoader().fromFolder(definitions).all()) {
            Map<String, String> secrets = definition.sources().stream()
                    .flatMap(source -> source.settings().findValuesAsText("secret").stream())
                    .distinct()
                    .filter(name -> environment.containsKey(variable(definition, name)))
                    .collect(Collectors.toMap(name -> name, name -> environment.get(variable(definition, name))));
            cluster.secret("vpogled-connector-" + definition.connector(), secrets);
        }
    }

    private static String variable(ConnectorDefinition definition, String secret) {
        return SECRET
                + (definition.connector() + "_" + secret)
                        .toUpperCase(Locale.ROOT)
                        .replace('-', '_');
    }

    /** The service has no backend's credentials. */
    private static ServiceProcess.Settings settings(
            DemoWorld world, TestCluster cluster, S3Server bucket, Path definitions) {
        String classes = Path.of("target/quarkus-app").toAbsolutePath().toString();
        Map<String, String> more = new HashMap<>(Map.of(
                "VPOGLED_LAUNCHER",
                "kubernetes",
                "VPOGLED_CONNECTORS_DIRECTORY",
                definitions.toString(),
                "VPOGLED_KUBERNETES_IMAGE",
                "registry.example/vpogled:1",
                "VPOGLED_KUBERNETES_COMMAND",
                String.join(
                        ",",
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-XX:+UseSerialGC",
                        "-cp",
                        classes + "/app/*:" + classes + "/lib/main/*:" + classes + "/lib/boot/*",
                        "si.vpogled.connector.job.ConnectorJob"),
                "VPOGLED_KUBERNETES_DEFINITIONS",
                "vpogled-connectors",
                "QUARKUS_KUBERNETES_CLIENT_API_SERVER_URL",
                "http://127.0.0.1:" + cluster.port(),
                "QUARKUS_KUBERNETES_CLIENT_NAMESPACE",
                TestCluster.NAMESPACE));
        more.putAll(bucket.environment());
        more.put("VPOGLED_STORE_DIRECTORY", "");
        ServiceProcess.Settings settings = ProductionJar.settings(world, "jobs-service", more);
        Map<String, String> withoutSecrets = new HashMap<>(settings.environment());
        withoutSecrets.keySet().removeIf(name -> name.startsWith(SECRET));
        return new ServiceProcess.Settings(
                settings.jar(), settings.port(), withoutSecrets, settings.javaOptions(), settings.log());
    }
}
