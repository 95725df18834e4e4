package si.vpogled.collection.kubernetes;

import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.ContainerBuilder;
import io.fabric8.kubernetes.api.model.PodSecurityContext;
import io.fabric8.kubernetes.api.model.PodSecurityContextBuilder;
import io.fabric8.kubernetes.api.model.PodTemplateSpec;
import io.fabric8.kubernetes.api.model.PodTemplateSpecBuilder;
import io.fabric8.kubernetes.api.model.Quantity;
import io.fabric8.kubernetes.api.model.ResourceRequirements;
import io.fabric8.kubernetes.api.model.ResourceRequirementsBuilder;
import io.fabric8.kubernetes.api.model.SecurityContext;
import io.fabric8.kubernetes.api.model.SecurityContextBuilder;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import si.vpogled.connector.Order;
import si.vpogled.connector.definition.ConnectorDefinition;
import si.vpogled.connector.definition.ConnectorDefinition.JobDefinition;

/** The pod of a run: held to the restricted pod security standard, and without an account of the cluster. */
final class PodManifest {
    static final String CONTAINER = "connector";
    static final String ORDER_FILE = "order.json";
    static final String GRANT_FILE = "grant.json";
    /** Any number but root's: it makes what is mounted readable to whatever user the image names. */
    private static final long GROUP = 10001;
    /** Longer than a job takes for its farewell. */
    static final long GRACE_SECONDS = 30;

    /** What the disk of a node holds for its temporary files. */
    private static final String DISK = "ephemeral-storage";

    private static final Map<String, String> REQUESTS = Map.of("cpu", "100m", "memory", "256Mi", DISK, "256Mi");
    private static final Map<String, String> LIMITS = Map.of("cpu", "2", "memory", "512Mi", DISK, "4Gi");

    private final KubernetesConfig config;
    private final PodEnvironment environment;

    PodManifest(KubernetesConfig config, PodEnvironment environment) {
        this.config = config;
        this.environment = environment;
    }

    /** The Secret with a connector's own credentials; none where its definition needs none. */
    static Optional<String> secret(ConnectorDefinition definition) {
        Optional<String> named = definition.job().flatMap(JobDefinition::secret);
        return named.isPresent() || !definition.usesSecrets()
                ? named
                : Optional.of("vpogled-connector-" + definition.connector());
    }

    /** The Secret with its credentials for erasing, which only a pod that changes something gets; none where it has none. */
    static Optional<String> erasingSecret(ConnectorDefinition definition) {
        return definition.sources().stream().anyMatch(source -> source.erasing().isPresent())
                ? secret(definition).map(secret -> secret + "-erasing")
                : Optional.empty();
    }

    String image(ConnectorDefinition definition) {
        return definition.job().flatMap(JobDefinition::image).or(config::image).orElseThrow();
    }

    PodTemplateSpec template(Order order, ConnectorDefinition definition) {
        PodVolumes volumes = new PodVolumes(config, order, definition);
        return new PodTemplateSpecBuilder()
                .withNewMetadata()
                .withLabels(JobManifest.labels(order))
                .endMetadata()
                .withNewSpec()
                .withRestartPolicy("Never")
                .withServiceAccountName(config.serviceAccount().orElse(null))
                .withAutomountServiceAccountToken(false)
                .withEnableServiceLinks(false)
                .withTerminationGracePeriodSeconds(GRACE_SECONDS)
                .withSecurityContext(podSecurity())
                .withContainers(container(order, definition, volumes))
                .withVolumes(volumes.volumes())
                .endSpec()
                .build();
    }

    private Container container(Order order, ConnectorDefinition definition, PodVolumes volumes) {
        List<String> own = definition.job().map(JobDefinition::command).orElse(List.of());
        boolean ours = definition.job().flatMap(JobDefinition::image).isEmpty();
        return new ContainerBuilder()
                .withName(CONTAINER)
                .withImage(image(definition))
                .withCommand(own.isEmpty() && ours ? config.command() : own)
                .withEnv(environment.of(order, definition))
                .withVolumeMounts(volumes.mounts())
                .withResources(resources(definition))
                .withSecurityContext(containerSecurity())
                .withTerminationMessagePolicy("FallbackToLogsOnError")
                .build();
    }

    /** How much a run may keep in temporary files. */
    static Quantity scratch(ConnectorDefinition definition) {
        return limits(definition).get(DISK);
    }

    private static ResourceRequirements resources(ConnectorDefinition definition) {
        return new ResourceRequirementsBuilder()
                .withRequests(quantities(
                        REQUESTS, definition.job().map(JobDefinition::requests).orElse(Map.of())))
                .withLimits(limits(definition))
                .build();
    }

    private static Map<String, Quantity> limits(ConnectorDefinition definition) {
        return quantities(LIMITS, definition.job().map(JobDefinition::limits).orElse(Map.of()));
    }

    private static Map<String, Quantity> quantities(Map<String, String> otherwise, Map<String, String> said) {
        Map<String, String> all = new HashMap<>(otherwise);
        all.putAll(said);
        return all.entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, one -> new Quantity(one.getValue())));
    }

    private static PodSecurityContext podSecurity() {
        return new PodSecurityContextBuilder()
                .withRunAsNonRoot(true)
                .withFsGroup(GROUP)
                .withFsGroupChangePolicy("OnRootMismatch")
                .withNewSeccompProfile()
                .withType("RuntimeDefault")
                .endSeccompProfile()
                .build();
    }

    private static SecurityContext containerSecurity() {
        return new SecurityContextBuilder()
                .withRunAsNonRoot(true)
                .withPrivileged(false)
                .withAllowPrivilegeEscalation(false)
                .withReadOnlyRootFilesystem(true)
                .withNewCapabilities()
                .withDrop("ALL")
                .endCapabilities()
                .build();
    }
}
