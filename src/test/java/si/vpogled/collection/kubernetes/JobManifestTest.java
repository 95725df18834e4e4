package si.vpogled.collection.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.EnvVar;
import io.fabric8.kubernetes.api.model.KeyToPath;
import io.fabric8.kubernetes.api.model.PodSpec;
import io.fabric8.kubernetes.api.model.Quantity;
import io.fabric8.kubernetes.api.model.Secret;
import io.fabric8.kubernetes.api.model.SecretVolumeSource;
import io.fabric8.kubernetes.api.model.SecurityContext;
import io.fabric8.kubernetes.api.model.Volume;
import io.fabric8.kubernetes.api.model.VolumeMount;
import io.fabric8.kubernetes.api.model.batch.v1.Job;
import io.fabric8.kubernetes.api.model.batch.v1.JobBuilder;
import io.fabric8.kubernetes.api.model.batch.v1.PodFailurePolicyRule;
import io.fabric8.kubernetes.client.utils.Serialization;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import si.vpogled.connector.Order;
import si.vpogled.connector.definition.ConnectorDefinition;
import si.vpogled.connector.definition.ConnectorDefinition.JobDefinition;
import si.vpogled.manifests.Connectors;
import si.vpogled.manifests.PodRule;
import si.vpogled.storage.Grant;
import si.vpogled.storage.seal.Keys;

class JobManifestTest {
    private static final Map<String, String> ENVIRONMENT = Map.of(
            "BILLING_JDBC_URL", "jdbc:postgresql://billing.example/$(ledger)",
            "BILLING_USER", "vpogled",
            "HOSTING_URL", "https://hosting.example",
            "VPOGLED_STORE_S3_BUCKET", "vpogled",
            "VPOGLED_STORE_S3_SECRET_KEY", "tajno-shrambe",
            "VPOGLED_IDENTITY_COOLING_OFF_DAYS", "14",
            "VPOGLED_MASTER_KEY", "tajno-kljuc",
            "VPOGLED_SECRET_BILLING_PASSWORD", "tajno-geslo",
            "QUARKUS_DATASOURCE_PASSWORD", "tajno-baze");

    private final Order order = Orders.first(Keys.pair());
    private final JobManifest manifest =
            new JobManifest(SetCluster.USUAL, ENVIRONMENT, Map.of("billing", "0f1e", "hosting", "2d3c"));
    private final Job job = manifest.job(order, Orders.billing());
    private final PodSpec pod = job.getSpec().getTemplate().getSpec();
    private final Container container = pod.getContainers().getFirst();

    @Test
    void its_name_follows_from_the_run_and_the_attempt_and_from_nothing_else() {
        assertThat(job.getMetadata().getName()).isEqualTo("vpogled-run-" + order.run() + "-1");
        assertThat(manifest.job(order, Orders.billing())).isEqualTo(job);
        assertThat(JobManifest.name(Orders.next(Keys.pair(), order))).isEqualTo("vpogled-run-" + order.run() + "-2");
        assertThat(job.getMetadata().getName()).hasSizeLessThan(64);
    }

    @Test
    void the_order_is_a_secret_of_the_job_and_ends_with_it() throws Exception {
        Job made =
                new JobBuilder(job).editMetadata().withUid("u-1").endMetadata().build();

        Secret secret =
                JobManifest.order(order, Optional.of(new Grant.InFolder(1, "/srv/store/" + order.destination())), made);

        assertThat(secret.getMetadata().getOwnerReferences()).singleElement().satisfies(owner -> {
            assertThat(owner.getKind()).isEqualTo("Job");
            assertThat(owner.getName()).isEqualTo(job.getMetadata().getName());
            assertThat(owner.getUid()).isEqualTo("u-1");
            assertThat(owner.getController()).isTrue();
        });
        assertThat(secret.getImmutable()).isTrue();
        String json =
                new String(Base64.getDecoder().decode(secret.getData().get("order.json")), StandardCharsets.UTF_8);
        assertThat(json).contains(Orders.EMAIL, order.destination());
        assertThat(new String(Base64.getDecoder().decode(secret.getData().get("grant.json")), StandardCharsets.UTF_8))
                .as("as the pod finds it")
                .contains("\"/run/vpogled/extract/extract\"");
    }

    @Test
    void the_order_is_mounted_as_a_file_that_the_job_is_told_of() {
        assertThat(secretVolume(mountAt("/run/vpogled/order")).getSecretName())
                .isEqualTo(job.getMetadata().getName());
        assertThat(environment())
                .containsEntry("VPOGLED_ORDER", "/run/vpogled/order/order.json")
                .containsEntry("VPOGLED_GRANT", "/run/vpogled/order/grant.json");
    }

    @Test
    void it_is_told_which_definition_the_service_checked() {
        assertThat(environment())
                .containsEntry(
                        "VPOGLED_CONNECTORS_DIR",
                        mountAt("/run/vpogled/connectors").getMountPath())
                .containsEntry("VPOGLED_DEFINITION_CHECKED", "0f1e");
    }

    @Test
    void a_backends_credentials_come_from_its_own_secret_alone() {
        assertThat(secretVolume(mountAt("/run/vpogled/secrets/billing")).getSecretName())
                .isEqualTo("vpogled-connector-billing");
        assertThat(environment()).containsEntry("VPOGLED_SECRETS_DIR", "/run/vpogled/secrets");
        assertThat(pod.getVolumes().stream().map(Volume::getSecret).filter(Objects::nonNull))
                .hasSize(2);
        assertThat(Serialization.asJson(job)).doesNotContain("tajno");
    }

    @Test
    void only_what_changes_something_gets_the_credentials_for_erasing() {
        JobManifest manifest =
                new JobManifest(SetCluster.USUAL, Map.of("BILLING_ERASING_USER", "vpogled_brisalec"), Map.of());
        for (Order.Operation operation : Order.Operation.values()) {
            PodSpec pod = manifest.job(Orders.to(operation, order), Orders.billing())
                    .getSpec()
                    .getTemplate()
                    .getSpec();

            assertThat(pod.getVolumes().stream()
                            .map(Volume::getSecret)
                            .filter(Objects::nonNull)
                            .anyMatch(secret -> secret.getSecretName().equals("vpogled-connector-billing-erasing")))
                    .as("%s", operation)
                    .isEqualTo(operation.changes());
            assertThat(pod.getContainers().getFirst().getEnv().stream()
                            .map(EnvVar::getName)
                            .anyMatch("BILLING_ERASING_USER"::equals))
                    .as("%s", operation)
                    .isEqualTo(operation.changes());
        }
    }

    @Test
    void a_definition_names_another_secret_or_an_operator_leaves_it_out_where_none_is_needed() {
        assertThat(PodManifest.secret(Orders.billing(job("Ours", List.of(), Optional.of("iz-sefa")))))
                .contains("iz-sefa");
        ConnectorDefinition open = Orders.billing();
        assertThat(PodManifest.secret(new ConnectorDefinition(
                        1,
                        "open",
                        open.title(),
                        open.needs(),
                        open.yields(),
                        1,
                        open.limits(),
                        List.of(),
                        List.of(),
                        List.of(),
                        Optional.empty(),
                        Optional.empty())))
                .isEmpty();
    }

    @Test
    void of_the_services_environment_a_job_gets_what_its_definition_names_and_nothing_of_the_store() {
        assertThat(environment())
                .containsEntry("BILLING_USER", "vpogled")
                .containsEntry("VPOGLED_IDENTITY_COOLING_OFF_DAYS", "14")
                .containsEntry("VPOGLED_CONNECTORS_DIR", "/run/vpogled/connectors")
                .containsEntry("VPOGLED_SCRATCH_DIR", "/tmp")
                .doesNotContainKeys(
                        "HOSTING_URL",
                        "VPOGLED_MASTER_KEY",
                        "VPOGLED_STORE_S3_BUCKET",
                        "VPOGLED_STORE_S3_SECRET_KEY",
                        "VPOGLED_STORE_DIRECTORY",
                        "VPOGLED_SECRET_BILLING_PASSWORD",
                        "QUARKUS_DATASOURCE_PASSWORD");
        assertThat(container.getEnvFrom()).isEmpty();
    }

    @Test
    void what_looks_like_a_variable_of_the_cluster_is_taken_as_it_stands() {
        assertThat(environment()).containsEntry("BILLING_JDBC_URL", "jdbc:postgresql://billing.example/$$(ledger)");
    }

    @Test
    void it_runs_under_the_account_that_is_set_and_gets_no_token_of_it() {
        assertThat(pod.getServiceAccountName()).isEqualTo("vpogled-connector");
        assertThat(pod.getAutomountServiceAccountToken()).isFalse();
        assertThat(pod.getEnableServiceLinks()).isFalse();
    }

    @Test
    void it_is_held_to_the_restricted_pod_security_standard() {
        assertThat(pod.getSecurityContext().getRunAsNonRoot()).isTrue();
        assertThat(pod.getSecurityContext().getSeccompProfile().getType()).isEqualTo("RuntimeDefault");
        SecurityContext security = container.getSecurityContext();
        assertThat(security.getRunAsNonRoot()).isTrue();
        assertThat(security.getPrivileged()).isFalse();
        assertThat(security.getAllowPrivilegeEscalation()).isFalse();
        assertThat(security.getReadOnlyRootFilesystem()).isTrue();
        assertThat(security.getCapabilities().getDrop()).containsExactly("ALL");
        assertThat(security.getCapabilities().getAdd()).isEmpty();
        assertThat(pod.getHostNetwork()).isNull();
        assertThat(pod.getVolumes()).allMatch(volume -> volume.getHostPath() == null);
    }

    @Test
    void it_is_held_to_the_rules_of_every_pod_of_ours() {
        assertThat(PodRule.broken(pod)).isEmpty();
    }

    @Test
    void only_its_extracts_own_folder_and_the_temporary_one_can_be_written_to() {
        assertThat(container.getVolumeMounts().stream().filter(mount -> !mount.getReadOnly()))
                .extracting(VolumeMount::getMountPath)
                .containsExactlyInAnyOrder("/tmp", "/run/vpogled/extract");
        assertThat(container.getVolumeMounts().stream()
                        .filter(mount -> mount.getName().equals("extract")))
                .singleElement()
                .satisfies(mount -> assertThat(mount.getSubPath())
                        .isEqualTo("requests/" + order.request() + "/runs/" + order.run() + "-1"));
    }

    @Test
    void a_test_of_a_connector_writes_nothing_and_can_write_nothing() {
        Order test = TestOrder.of(Orders.billing(), java.time.Duration.ofSeconds(30));
        PodSpec tested =
                manifest.job(test, Orders.billing()).getSpec().getTemplate().getSpec();

        assertThat(tested.getVolumes()).extracting(Volume::getName).doesNotContain("extract");
        assertThat(tested.getContainers().getFirst().getEnv())
                .extracting(EnvVar::getName)
                .doesNotContain("VPOGLED_GRANT");
        assertThat(tested.getVolumes().getFirst().getSecret().getItems())
                .extracting(KeyToPath::getKey)
                .containsExactly("order.json");
    }

    @Test
    void requests_and_limits_are_the_definitions_and_have_a_measure_where_it_says_nothing() {
        Container chosen = container(new JobDefinition(
                Optional.empty(), List.of(), Optional.empty(), Map.of("cpu", "1"), Map.of("memory", "2Gi")));

        assertThat(chosen.getResources().getRequests())
                .isEqualTo(quantities("cpu", "1", "memory", "256Mi", "ephemeral-storage", "256Mi"));
        assertThat(chosen.getResources().getLimits())
                .isEqualTo(quantities("cpu", "2", "memory", "2Gi", "ephemeral-storage", "4Gi"));
    }

    private static Map<String, Quantity> quantities(String... all) {
        Map<String, Quantity> quantities = new HashMap<>();
        for (int i = 0; i < all.length; i += 2) {
            quantities.put(all[i], new Quantity(all[i + 1]));
        }
        return quantities;
    }

    /** Nor does it fill the disk of its node, and with it drive others away. */
    @Test
    void its_temporary_files_have_a_measure_which_a_definition_can_raise() {
        assertThat(scratch(pod)).isEqualTo(new Quantity("4Gi"));
        JobDefinition much = new JobDefinition(
                Optional.empty(), List.of(), Optional.empty(), Map.of(), Map.of("ephemeral-storage", "20Gi"));
        assertThat(scratch(manifest.job(order, Orders.billing(much))
                        .getSpec()
                        .getTemplate()
                        .getSpec()))
                .isEqualTo(new Quantity("20Gi"));
    }

    private static Quantity scratch(PodSpec pod) {
        return pod.getVolumes().stream()
                .filter(volume -> volume.getEmptyDir() != null)
                .map(volume -> volume.getEmptyDir().getSizeLimit())
                .findFirst()
                .orElseThrow();
    }

    @Test
    void it_ends_when_the_orders_time_is_up_with_time_to_begin_and_to_close() {
        assertThat(job.getSpec().getActiveDeadlineSeconds())
                .isEqualTo(600 + order.limits().seconds() + 120);
    }

    @Test
    void who_says_what_is_wrong_is_believed_at_once_and_what_the_cluster_takes_away_counts_for_nothing() {
        List<PodFailurePolicyRule> rules = job.getSpec().getPodFailurePolicy().getRules();

        assertThat(rules).hasSize(2);
        assertThat(rules.getFirst().getAction()).isEqualTo("Ignore");
        assertThat(rules.getFirst().getOnPodConditions()).singleElement().satisfies(condition -> {
            assertThat(condition.getType()).isEqualTo("DisruptionTarget");
            assertThat(condition.getStatus()).isEqualTo("True");
        });
        assertThat(rules.getLast().getAction()).isEqualTo("FailJob");
        assertThat(rules.getLast().getOnExitCodes().getContainerName()).isEqualTo(container.getName());
        assertThat(rules.getLast().getOnExitCodes().getOperator()).isEqualTo("In");
        assertThat(rules.getLast().getOnExitCodes().getValues())
                .as("what it said, what cannot be started, what was killed: in ascending order, as a cluster wants it")
                .containsExactly(64, 69, 70, 77, 126, 127, 128, 137);
        assertThat(pod.getRestartPolicy()).isEqualTo("Never");
    }

    @Test
    void a_pod_that_is_lost_without_a_word_has_two_successors_one_at_a_time() {
        assertThat(job.getSpec().getBackoffLimit()).isEqualTo(2);
        assertThat(job.getSpec().getParallelism()).isOne();
        assertThat(job.getSpec().getPodReplacementPolicy()).isEqualTo("Failed");
    }

    @Test
    void it_goes_some_time_after_its_end() {
        assertThat(job.getSpec().getTtlSecondsAfterFinished()).isEqualTo(3600);
    }

    @Test
    void its_labels_name_case_connector_and_run_and_nobody() {
        Map<String, String> labels = job.getMetadata().getLabels();

        assertThat(labels)
                .containsEntry("vpogled.si/case", order.request().toString())
                .containsEntry("vpogled.si/connector", "billing")
                .containsEntry("vpogled.si/run", order.run().toString())
                .containsEntry("vpogled.si/attempt", "1");
        assertThat(job.getSpec().getTemplate().getMetadata().getLabels()).isEqualTo(labels);
        assertThat(Serialization.asJson(job)).doesNotContain(Orders.EMAIL, "novak");
    }

    @Test
    void network_policies_know_its_pod_by_its_labels() {
        assertThat(job.getSpec().getTemplate().getMetadata().getLabels())
                .containsAllEntriesOf(Connectors.labels("billing"));
    }

    @Test
    void a_test_of_a_connector_names_no_case() {
        Order test = TestOrder.of(Orders.billing(), java.time.Duration.ofSeconds(30));

        assertThat(JobManifest.name(test)).startsWith("vpogled-test-");
        assertThat(JobManifest.labels(test)).doesNotContainKey("vpogled.si/case");
    }

    @Test
    void the_services_image_starts_the_connector_job_and_another_image_what_it_says_itself() {
        assertThat(container.getImage()).isEqualTo("registry.example/vpogled:1");
        assertThat(container.getCommand()).containsExactly("/opt/vpogled/bin/connector-job");

        Container other = container(job("registry.example/own:2", List.of(), Optional.empty()));
        assertThat(other.getImage()).isEqualTo("registry.example/own:2");
        assertThat(other.getCommand()).isEmpty();
        assertThat(container(job("registry.example/own:2", List.of("python3", "-m", "own"), Optional.empty()))
                        .getCommand())
                .containsExactly("python3", "-m", "own");
    }

    @Test
    void a_process_that_fails_leaves_its_last_words_to_the_cluster() {
        assertThat(container.getTerminationMessagePolicy()).isEqualTo("FallbackToLogsOnError");
    }

    private Container container(JobDefinition part) {
        return manifest.job(order, Orders.billing(part))
                .getSpec()
                .getTemplate()
                .getSpec()
                .getContainers()
                .getFirst();
    }

    private static JobDefinition job(String image, List<String> command, Optional<String> secret) {
        return new JobDefinition(Optional.of(image), command, secret, Map.of(), Map.of());
    }

    private VolumeMount mountAt(String path) {
        return container.getVolumeMounts().stream()
                .filter(mount -> mount.getMountPath().equals(path))
                .findFirst()
                .orElseThrow();
    }

    private SecretVolumeSource secretVolume(VolumeMount mount) {
        assertThat(mount.getReadOnly()).isTrue();
        return pod.getVolumes().stream()
                .filter(volume -> volume.getName().equals(mount.getName()))
                .findFirst()
                .orElseThrow()
                .getSecret();
    }

    private Map<String, String> environment() {
        return new HashMap<>(container.getEnv().stream().collect(Collectors.toMap(EnvVar::getName, EnvVar::getValue)));
    }
}
