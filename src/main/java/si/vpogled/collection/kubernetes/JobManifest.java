package si.vpogled.collection.kubernetes;

import io.fabric8.kubernetes.api.model.OwnerReferenceBuilder;
import io.fabric8.kubernetes.api.model.Secret;
import io.fabric8.kubernetes.api.model.SecretBuilder;
import io.fabric8.kubernetes.api.model.batch.v1.Job;
import io.fabric8.kubernetes.api.model.batch.v1.JobBuilder;
import io.fabric8.kubernetes.api.model.batch.v1.PodFailurePolicy;
import io.fabric8.kubernetes.api.model.batch.v1.PodFailurePolicyBuilder;
import io.fabric8.kubernetes.api.model.batch.v1.PodFailurePolicyOnExitCodesRequirementBuilder;
import io.fabric8.kubernetes.api.model.batch.v1.PodFailurePolicyOnPodConditionsPatternBuilder;
import io.fabric8.kubernetes.api.model.batch.v1.PodFailurePolicyRuleBuilder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import si.vpogled.connector.Order;
import si.vpogled.connector.definition.ConnectorDefinition;
import si.vpogled.connector.job.ExitCode;
import si.vpogled.connector.job.OrderFile;
import si.vpogled.storage.Grant;
import si.vpogled.storage.grant.GrantFile;

/** A run as objects of a cluster: a Job, and the Secret with its order and the grant to write its extract. They follow from what they are made of alone. */
final class JobManifest {
    static final String RUN = "vpogled.si/run";
    static final String ATTEMPT = "vpogled.si/attempt";
    static final String CASE = "vpogled.si/case";
    static final String CONNECTOR = "vpogled.si/connector";
    private static final String MANAGED_BY = "app.kubernetes.io/managed-by";
    /** Of programs that could not be started, and of those that the node killed, for want of memory nearly always. */
    private static final List<Integer> AGAIN_IN_VAIN = List.of(126, 127, 128, 137);
    /** Pods that were lost without a word, not those that said what is wrong, nor those that the cluster took away. */
    private static final int LOST_PODS = 2;
    /** From the end of the order's time to that of the process. */
    private static final Duration CLOSING = Duration.ofSeconds(120);

    private final KubernetesConfig config;
    private final PodManifest pods;

    /**
     * @param environment of the service, from which jobs get what their definition names
     * @param checksums of the definitions that the service checked, by connector
     */
    JobManifest(KubernetesConfig config, Map<String, String> environment, Map<String, String> checksums) {
        this.config = config;
        this.pods = new PodManifest(config, new PodEnvironment(config, environment, checksums));
    }

    /** The same however often it is asked for, so that whoever makes the Job again finds that it is there. */
    static String name(Order order) {
        String kind = switch (order.operation()) {
            case COLLECT -> "run";
            case TEST -> "test";
            case FIND -> "find";
            case ERASE -> "erase";
            case VERIFY -> "verify";
            case HOLD -> "hold";
            case RELEASE -> "release";
        };
        return "vpogled-" + kind + "-" + order.run() + "-" + order.attempt();
    }

    /** Ids, and the connector's name: nothing that says who somebody is. */
    static Map<String, String> labels(Order order) {
        Map<String, String> labels = new TreeMap<>(Map.of(
                "app.kubernetes.io/name",
                "vpogled-connector",
                MANAGED_BY,
                "vpogled",
                CONNECTOR,
                order.connector(),
                RUN,
                order.run().toString(),
                ATTEMPT,
                Integer.toString(order.attempt())));
        if (order.operation().writes()) {
            labels.put(CASE, order.request().toString());
        }
        return labels;
    }

    Job job(Order order, ConnectorDefinition definition) {
        return new JobBuilder()
                .withNewMetadata()
                .withName(name(order))
                .withLabels(labels(order))
                .endMetadata()
                .withNewSpec()
                .withParallelism(1)
                .withCompletions(1)
                .withBackoffLimit(LOST_PODS)
                .withPodReplacementPolicy("Failed")
                .withPodFailurePolicy(failures())
                .withActiveDeadlineSeconds(time(order).toSeconds())
                .withTtlSecondsAfterFinished((int) config.keep().toSeconds())
                .withTemplate(pods.template(order, definition))
                .endSpec()
                .build();
    }

    /** Until a run's Job is ended, however far it is. */
    Duration time(Order order) {
        return config.pending().plusSeconds(order.limits().seconds()).plus(CLOSING);
    }

    /**
     * What the cluster took away is done again and counts for nothing; who said what is wrong is believed at once, and
     * what would only be lost once more is not done once more.
     */
    private static PodFailurePolicy failures() {
        return new PodFailurePolicyBuilder()
                .addToRules(new PodFailurePolicyRuleBuilder()
                        .withAction("Ignore")
                        .withOnPodConditions(new PodFailurePolicyOnPodConditionsPatternBuilder()
                                .withType("DisruptionTarget")
                                .withStatus("True")
                                .build())
                        .build())
                // those that are worth another try are tried by the service, with pauses that grow
                .addToRules(new PodFailurePolicyRuleBuilder()
                        .withAction("FailJob")
                        .withOnExitCodes(new PodFailurePolicyOnExitCodesRequirementBuilder()
                                .withContainerName(PodManifest.CONTAINER)
                                .withOperator("In")
                                .withValues(lasting())
                                .build())
                        .build())
                .build();
    }

    /** In the order that a cluster insists on. */
    private static List<Integer> lasting() {
        return Stream.concat(
                        Stream.of(ExitCode.MISCONFIGURED, ExitCode.UNAVAILABLE, ExitCode.DEFECT, ExitCode.REFUSED)
                                .map(ExitCode::number),
                        AGAIN_IN_VAIN.stream())
                .sorted()
                .toList();
    }

    /** @param owner the Job as the cluster made it, with whose end the order goes */
    static Secret order(Order order, Optional<Grant> grant, Job owner) {
        Map<String, String> files = new TreeMap<>();
        files.put(PodManifest.ORDER_FILE, encoded(OrderFile.write(order)));
        grant.ifPresent(
                granted -> files.put(PodManifest.GRANT_FILE, encoded(GrantFile.write(PodVolumes.seen(granted)))));
        return new SecretBuilder()
                .withNewMetadata()
                .withName(name(order))
                .withLabels(labels(order))
                .withOwnerReferences(new OwnerReferenceBuilder()
                        .withApiVersion("batch/v1")
                        .withKind("Job")
                        .withName(owner.getMetadata().getName())
                        .withUid(owner.getMetadata().getUid())
                        .withController(true)
                        .build())
                .endMetadata()
                .withType("vpogled.si/order")
                .withImmutable(true)
                .withData(files)
                .build();
    }

    private static String encoded(String file) {
        return Base64.getEncoder().encodeToString(file.getBytes(StandardCharsets.UTF_8));
    }
}
