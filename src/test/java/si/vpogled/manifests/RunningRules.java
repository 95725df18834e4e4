package si.vpogled.manifests;

import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.HTTPGetAction;
import io.fabric8.kubernetes.api.model.Probe;
import io.fabric8.kubernetes.api.model.TopologySpreadConstraint;
import io.fabric8.kubernetes.api.model.apps.DeploymentSpec;
import io.fabric8.kubernetes.api.model.apps.RollingUpdateDeployment;
import io.fabric8.kubernetes.api.model.autoscaling.v2.HorizontalPodAutoscaler;
import io.fabric8.kubernetes.api.model.policy.v1.PodDisruptionBudget;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import si.vpogled.storage.StoreSettings;

/** How replicas come, go and are looked after. */
final class RunningRules {
    /** For connections to be closed, and the process to go. */
    private static final long AT_LAST = 10;

    private static final Properties PROPERTIES = properties();

    private RunningRules() {}

    static List<String> probes(Manifests manifests) {
        Container container = manifests.serviceContainer();
        List<String> breaches = new ArrayList<>();
        asked(container.getStartupProbe(), "/q/health/started").ifPresent(breaches::add);
        asked(container.getLivenessProbe(), "/q/health/live").ifPresent(breaches::add);
        asked(container.getReadinessProbe(), "/q/health/ready").ifPresent(breaches::add);
        if (container.getPorts().stream()
                .noneMatch(port -> "management".equals(port.getName()) && port.getContainerPort() == 9000)) {
            breaches.add("management is not port 9000");
        }
        return breaches;
    }

    private static Optional<String> asked(Probe probe, String path) {
        boolean so = Optional.ofNullable(probe)
                .map(Probe::getHttpGet)
                .filter(get -> path.equals(get.getPath()))
                .map(HTTPGetAction::getPort)
                .filter(port -> "management".equals(port.getStrVal()))
                .isPresent();
        return so ? Optional.empty() : Optional.of(path + " is not asked");
    }

    static List<String> rolling(Manifests manifests) {
        DeploymentSpec spec = manifests.service().getSpec();
        RollingUpdateDeployment update = spec.getStrategy().getRollingUpdate();
        return update != null
                        && Integer.valueOf(0).equals(update.getMaxUnavailable().getIntVal())
                        && update.getMaxSurge().getIntVal() > 0
                        && !"Recreate".equals(spec.getStrategy().getType())
                ? List.of()
                : List.of(spec.getStrategy().toString());
    }

    static List<String> grace(Manifests manifests) {
        long delay = seconds(manifests, "quarkus.shutdown.delay");
        long ending = delay + seconds(manifests, "quarkus.shutdown.timeout") + AT_LAST;
        Long grace = manifests.servicePod().getTerminationGracePeriodSeconds();
        return delay > 0 && grace != null && grace >= ending
                ? List.of()
                : List.of(grace + " s, where " + delay + " s of " + ending + " s are for others to hear of it");
    }

    /** What the overlay says, else what the service does by itself. */
    private static long seconds(Manifests manifests, String setting) {
        String said = manifests.settings().get(StoreSettings.variable(setting));
        return Duration.parse("PT" + (said == null ? PROPERTIES.getProperty(setting) : said))
                .toSeconds();
    }

    static List<String> spread(Manifests manifests) {
        Map<String, String> own =
                manifests.service().getSpec().getTemplate().getMetadata().getLabels();
        List<String> over = manifests.servicePod().getTopologySpreadConstraints().stream()
                .filter(one -> Manifests.having(one.getLabelSelector().getMatchLabels())
                        .test(own))
                .map(TopologySpreadConstraint::getTopologyKey)
                .toList();
        return over.containsAll(List.of("kubernetes.io/hostname", "topology.kubernetes.io/zone"))
                ? List.of()
                : List.of("over " + over + " only");
    }

    static List<String> disruption(Manifests manifests) {
        Map<String, String> own =
                manifests.service().getSpec().getTemplate().getMetadata().getLabels();
        boolean kept = manifests.all(PodDisruptionBudget.class).stream()
                .map(PodDisruptionBudget::getSpec)
                .anyMatch(spec -> Manifests.having(spec.getSelector().getMatchLabels())
                                .test(own)
                        && spec.getMaxUnavailable() != null
                        && Integer.valueOf(1).equals(spec.getMaxUnavailable().getIntVal()));
        return kept ? List.of() : List.of("no budget of one for the service");
    }

    static List<String> scaled(Manifests manifests) {
        boolean scaled = manifests.service().getSpec().getReplicas() == null
                && manifests.all(HorizontalPodAutoscaler.class).stream()
                        .map(HorizontalPodAutoscaler::getSpec)
                        .anyMatch(spec -> spec.getScaleTargetRef().getKind().equals("Deployment")
                                && spec.getScaleTargetRef().getName().equals(Manifests.SERVICE)
                                && spec.getMinReplicas() >= 2
                                && spec.getMaxReplicas() > spec.getMinReplicas());
        return scaled
                ? List.of()
                : List.of("no autoscaler of two replicas or more, or one that a number of replicas undoes");
    }

    private static Properties properties() {
        try (Reader file = Files.newBufferedReader(Path.of("src/main/resources/application.properties"))) {
            Properties properties = new Properties();
            properties.load(file);
            return properties;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
