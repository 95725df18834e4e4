package si.vpogled.collection.kubernetes;

import io.fabric8.kubernetes.api.model.EnvVar;
import io.fabric8.kubernetes.api.model.EnvVarBuilder;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import si.vpogled.connector.Order;
import si.vpogled.connector.definition.ConnectorDefinition;
import si.vpogled.connector.job.ConnectorJob;
import si.vpogled.connector.job.EnvironmentSecrets;
import si.vpogled.connector.job.RunContext;
import si.vpogled.schedule.TraceParent;

/** The variables of a run's pod: where things are, and what its connector's definition names. Nothing of the store, and no secret, is among them. */
final class PodEnvironment {
    /** The service's own, its database's and its keys among them: no definition gets them by naming them. */
    private static final Pattern OURS = Pattern.compile("(VPOGLED|QUARKUS)_.*");

    private final KubernetesConfig config;
    private final Map<String, String> environment;
    private final Map<String, String> checksums;

    PodEnvironment(KubernetesConfig config, Map<String, String> environment, Map<String, String> checksums) {
        this.config = config;
        this.environment = Map.copyOf(environment);
        this.checksums = Map.copyOf(checksums);
    }

    List<EnvVar> of(Order order, ConnectorDefinition definition) {
        Map<String, String> variables = new TreeMap<>();
        Set<String> wanted = new HashSet<>(definition.variables());
        if (order.operation().changes()) {
            definition.sources().forEach(source -> wanted.addAll(source.erasingVariables()));
        }
        environment.forEach((name, value) -> {
            boolean named = wanted.contains(name) && !OURS.matcher(name).matches();
            if (named || name.equals(RunContext.COOLING_OFF_DAYS)) {
                variables.put(name, value);
            }
        });
        variables.put("VPOGLED_ORDER", PodVolumes.ORDER + "/" + PodManifest.ORDER_FILE);
        variables.put("VPOGLED_SCRATCH_DIR", PodVolumes.SCRATCH);
        variables.put(EnvironmentSecrets.FOLDER, PodVolumes.SECRETS);
        if (config.definitions().isPresent()) {
            variables.put("VPOGLED_CONNECTORS_DIR", PodVolumes.DEFINITIONS);
            Optional.ofNullable(checksums.get(order.connector()))
                    .ifPresent(checksum -> variables.put(ConnectorJob.CHECKED, checksum));
        }
        if (order.operation().writes()) {
            variables.put("VPOGLED_GRANT", PodVolumes.ORDER + "/" + PodManifest.GRANT_FILE);
        }
        // a connector that tells of steps of its own tells of them there; the job itself is told of by the service
        TraceParent.here().ifPresent(trace -> variables.put("TRACEPARENT", trace));
        return variables.entrySet().stream()
                .map(one -> new EnvVarBuilder()
                        .withName(one.getKey())
                        // a cluster takes $(NAME) for a variable
                        .withValue(one.getValue().replace("$(", "$$("))
                        .build())
                .toList();
    }
}
