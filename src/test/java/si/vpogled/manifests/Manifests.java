package si.vpogled.manifests;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.ObjectMeta;
import io.fabric8.kubernetes.api.model.PodSpec;
import io.fabric8.kubernetes.api.model.PodTemplateSpec;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.apps.StatefulSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * What a cluster would be given.
 *
 * @param objects each of its own kind's class
 */
record Manifests(List<ObjectNode> trees, List<Object> objects) {
    /** Pods that come and go by the work of cert-manager. */
    private static final Map<String, String> OF_CERTIFICATES = Map.of("acme.cert-manager.io/http01-solver", "true");

    /** The service, in all its names. */
    static final String SERVICE = "vpogled";

    static Manifests of(List<ObjectNode> trees) {
        return new Manifests(trees, trees.stream().map(StrictYaml::object).toList());
    }

    /** Such as {@code Deployment/vpogled}; what kustomize adds to generated names is left out. */
    static String name(JsonNode tree) {
        return tree.path("kind").asText() + "/" + tree.at("/metadata/name").asText();
    }

    <T> List<T> all(Class<T> type) {
        return objects.stream().filter(type::isInstance).map(type::cast).toList();
    }

    <T extends HasMetadata> T one(Class<T> type, String name) {
        return all(type).stream()
                .filter(object -> object.getMetadata().getName().equals(name))
                .findFirst()
                .orElseThrow(() -> new AssertionError("There is no " + type.getSimpleName() + " " + name));
    }

    /** Names of all objects of a kind. */
    List<String> names(Class<?> type) {
        return all(type).stream().map(object -> metadata(object).getName()).toList();
    }

    static ObjectMeta metadata(Object object) {
        return switch (object) {
            case HasMetadata known -> known.getMetadata();
            case Custom custom -> custom.metadata();
            default -> throw new IllegalArgumentException(object.toString());
        };
    }

    Deployment service() {
        return one(Deployment.class, SERVICE);
    }

    PodSpec servicePod() {
        return service().getSpec().getTemplate().getSpec();
    }

    Container serviceContainer() {
        return servicePod().getContainers().getFirst();
    }

    /** The pods that they make, by what makes them. */
    Map<String, PodTemplateSpec> pods() {
        Map<String, PodTemplateSpec> pods = new TreeMap<>();
        all(Deployment.class)
                .forEach(one -> pods.put(
                        "Deployment/" + one.getMetadata().getName(),
                        one.getSpec().getTemplate()));
        all(StatefulSet.class)
                .forEach(one -> pods.put(
                        "StatefulSet/" + one.getMetadata().getName(),
                        one.getSpec().getTemplate()));
        return pods;
    }

    /** Labels of every pod that there is or will be: of workloads, of operators of the cluster, of connectors' Jobs. */
    List<Map<String, String>> podLabels() {
        return Stream.of(
                        pods().values().stream().map(pod -> pod.getMetadata().getLabels()),
                        all(Custom.Cluster.class).stream()
                                .map(cluster ->
                                        cluster.spec().inheritedMetadata().labels()),
                        Connectors.labels().stream(),
                        Stream.of(OF_CERTIFICATES))
                .flatMap(labels -> labels)
                .toList();
    }

    /** What the service is told by its environment: settings, and variables that stand in the Deployment itself. */
    Map<String, String> settings() {
        Map<String, String> settings = new TreeMap<>();
        serviceContainer().getEnvFrom().stream()
                .flatMap(from -> Stream.ofNullable(from.getConfigMapRef()))
                .forEach(from ->
                        settings.putAll(one(ConfigMap.class, from.getName()).getData()));
        serviceContainer().getEnv().stream()
                .filter(variable -> variable.getValue() != null)
                .forEach(variable -> settings.put(variable.getName(), variable.getValue()));
        return settings;
    }

    static Predicate<Map<String, String>> having(Map<String, String> selector) {
        return labels -> labels.entrySet().containsAll(selector.entrySet());
    }
}
