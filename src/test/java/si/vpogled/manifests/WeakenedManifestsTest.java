package si.vpogled.manifests;

import static org.assertj.core.api.Assertions.assertThat;
import static si.vpogled.manifests.Overlay.PRODUCTION;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** For every rule a manifest that weakens what it is about, as somebody may well write it: it is refused. */
@Tag("slow")
class WeakenedManifestsTest {
    private static final String DEPLOYMENT = "Deployment/vpogled";
    private static final String POD = "/spec/template/spec";
    private static final String CONTAINER = POD + "/containers/0";

    @ParameterizedTest(name = "{0}")
    @EnumSource
    void is_refused_where_it_does_not_hold_any_more(Rule rule) {
        Manifests weakened = weaken(rule, new Weakening(PRODUCTION)).manifests();

        assertThat(rule.breaches(weakened)).isNotEmpty();
    }

    @ParameterizedTest(name = "a pod that does not do this: {0}")
    @EnumSource
    void a_pod_is_refused_that_breaks_a_rule_of_pods(PodRule rule) {
        Manifests weakened = weaken(rule, new Weakening(PRODUCTION)).manifests();

        assertThat(PodRule.broken(weakened.servicePod())).containsExactly(rule.toString());
    }

    private static Weakening weaken(Rule rule, Weakening production) {
        return switch (rule) {
            case PODS -> production.set(DEPLOYMENT, CONTAINER + "/securityContext/privileged", "true");
            case RESTRICTED ->
                production.set("Namespace/vpogled", "/metadata/labels/pod-security.kubernetes.io~1enforce", "baseline");
            case NUMBERED_USER -> production.remove(DEPLOYMENT, POD + "/securityContext/runAsUser");
            case IMAGES -> production.set(DEPLOYMENT, CONTAINER + "/image", "registry.example/vpogled:latest");
            case TOKENS -> production.remove("ServiceAccount/vpogled-connector", "/automountServiceAccountToken");
            case NO_OTHER_RIGHTS -> production.set("RoleBinding/vpogled", "/subjects/0/name", "vpogled-connector");
            case LEAST_ROLE -> production.set("Role/vpogled", "/rules/3/verbs", "[create, delete, get]");
            case NO_SECRETS -> production.add("""
                    apiVersion: v1
                    kind: Secret
                    metadata: {name: vpogled-mail, namespace: vpogled}
                    stringData: {password: geslo}""");
            case BY_REFERENCE ->
                production.set(DEPLOYMENT, CONTAINER + "/env/3", "{name: VPOGLED_MASTER_KEY, value: kljuc}");
            case DENY -> production.set("NetworkPolicy/deny-all", "/spec/policyTypes", "[Ingress]");
            case NARROW ->
                production.set("NetworkPolicy/connector-billing", "/spec/egress/0/to/0/ipBlock/cidr", "0.0.0.0/0");
            case EACH_CONNECTOR ->
                production.remove(
                        "NetworkPolicy/connector-billing", "/spec/podSelector/matchLabels/vpogled.si~1connector");
            case FROM_INGRESS ->
                production.remove("NetworkPolicy/vpogled-from-prometheus", "/spec/ingress/0/from/0/namespaceSelector");
            case MANAGEMENT ->
                production.set(
                        "Service/vpogled", "/spec/ports/1", "{name: management, port: 9000, targetPort: management}");
            case TLS -> production.remove("Ingress/vpogled", "/spec/tls");
            case PROBES -> production.set(DEPLOYMENT, CONTAINER + "/readinessProbe/httpGet/path", "/q/health/live");
            case ROLLING -> production.set(DEPLOYMENT, "/spec/strategy/rollingUpdate/maxUnavailable", "1");
            case GRACE -> production.remove(DEPLOYMENT, POD + "/terminationGracePeriodSeconds");
            case SPREAD ->
                production.set(
                        DEPLOYMENT,
                        POD + "/topologySpreadConstraints/1/labelSelector/matchLabels",
                        "{app.kubernetes.io/name: another}");
            case DRAINED -> production.set("PodDisruptionBudget/vpogled", "/spec/maxUnavailable", "100%");
            case SCALED -> production.set(DEPLOYMENT, "/spec/replicas", "1");
            case CONNECTIONS -> production.set("HorizontalPodAutoscaler/vpogled", "/spec/maxReplicas", "20");
            case DATABASE -> production.set("Cluster/vpogled-db", "/spec/instances", "1");
            case BACKED_UP -> production.set("Cluster/vpogled-db", "/spec/plugins/0/isWALArchiver", "false");
        };
    }

    private static Weakening weaken(PodRule rule, Weakening production) {
        return switch (rule) {
            case NOT_ROOT -> production.set(DEPLOYMENT, POD + "/securityContext/runAsUser", "0");
            case NO_ESCALATION ->
                production.remove(DEPLOYMENT, CONTAINER + "/securityContext/allowPrivilegeEscalation");
            case NO_CAPABILITIES ->
                production.set(DEPLOYMENT, CONTAINER + "/securityContext/capabilities/add", "[NET_BIND_SERVICE]");
            case READ_ONLY_ROOT -> production.remove(DEPLOYMENT, CONTAINER + "/securityContext/readOnlyRootFilesystem");
            case SECCOMP -> production.set(DEPLOYMENT, POD + "/securityContext/seccompProfile/type", "Unconfined");
            case NOTHING_OF_THE_NODE -> production.set(DEPLOYMENT, POD + "/hostNetwork", "true");
            case PLAIN_VOLUMES ->
                production.set(DEPLOYMENT, POD + "/volumes/9", "{name: logs, hostPath: {path: /var/log}}");
            case WRITES_TO_ITS_OWN -> production.set(DEPLOYMENT, CONTAINER + "/volumeMounts/0/readOnly", "false");
            case MEASURED -> production.remove(DEPLOYMENT, CONTAINER + "/resources/limits/memory");
            case NO_SERVICE_LINKS -> production.remove(DEPLOYMENT, POD + "/enableServiceLinks");
        };
    }
}
