package si.vpogled.manifests;

import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.PersistentVolumeClaim;
import io.fabric8.kubernetes.api.model.Service;
import io.fabric8.kubernetes.api.model.ServiceAccount;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicy;
import io.fabric8.kubernetes.api.model.rbac.Role;
import io.fabric8.kubernetes.api.model.rbac.RoleBinding;
import io.fabric8.openshift.api.model.monitoring.v1.ServiceMonitor;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Whatever a manifest names is there: made by another one, by an operator of the cluster, or by who reads the README. */
@Tag("slow")
class ReferencesTest {
    /** CloudNativePG makes them for the database {@code vpogled-db}. */
    private static final Set<Named> BY_THE_DATABASE = Set.of(
            new Named("vpogled-db-app", "username"),
            new Named("vpogled-db-app", "password"),
            new Named("vpogled-db-ca", "ca.crt"));

    @ParameterizedTest(name = "{0}")
    @EnumSource
    void accounts_settings_and_claims_that_are_named_are_there(Overlay overlay) {
        Manifests manifests = overlay.manifests();
        References references = References.of(manifests);

        assertThat(manifests.names(ServiceAccount.class)).containsAll(references.accounts());
        assertThat(manifests.names(PersistentVolumeClaim.class)).containsAll(references.claims());
        assertThat(manifests.names(ConfigMap.class)).containsAll(references.configMaps());
        assertThat(manifests.all(RoleBinding.class)).isNotEmpty().allSatisfy(binding -> {
            assertThat(manifests.names(Role.class))
                    .contains(binding.getRoleRef().getName());
            assertThat(manifests.names(ServiceAccount.class))
                    .contains(binding.getSubjects().getFirst().getName());
        });
    }

    @Test
    void who_installs_production_finds_every_secret_with_its_keys_in_the_guide() throws IOException {
        List<String> guide = Files.readAllLines(Path.of("README.md"));
        Set<Named> named = References.of(Overlay.PRODUCTION.manifests()).secrets();

        assertThat(named).hasSizeGreaterThan(12).containsAll(BY_THE_DATABASE);
        assertThat(named)
                .filteredOn(one -> !BY_THE_DATABASE.contains(one))
                .allSatisfy(one -> assertThat(guide)
                        .as(one.toString())
                        .anyMatch(line -> line.startsWith("| `" + one.name() + "` |") && line.contains(one.key())));
    }

    @Test
    void the_example_for_secrets_that_are_kept_elsewhere_has_all_that_are_asked_for_but_passwords_of_staff() {
        Set<Named> fetched =
                Rendered.of(Path.of("k8s/examples/external-secrets")).all(Custom.ExternalSecret.class).stream()
                        .flatMap(secret -> secret.spec().data().stream()
                                .map(datum -> new Named(secret.spec().target().name(), datum.secretKey())))
                        .collect(Collectors.toSet());

        Set<Named> asked =
                new TreeSet<>(References.of(Overlay.PRODUCTION.manifests()).secrets());
        asked.removeAll(BY_THE_DATABASE);
        asked.removeIf(one -> one.name().equals("vpogled-tls") || one.name().equals("vpogled-staff"));
        assertThat(fetched).containsExactlyInAnyOrderElementsOf(asked);
    }

    @Test
    void development_brings_its_own_secrets_but_those_of_backends() {
        Manifests development = Overlay.DEVELOPMENT.manifests();

        assertThat(References.required(development))
                .allSatisfy(one -> assertThat(References.brought(development)).contains(one));
    }

    @ParameterizedTest(name = "{0}")
    @EnumSource
    void a_service_leads_to_ports_of_pods_that_there_are(Overlay overlay) {
        Manifests manifests = overlay.manifests();

        assertThat(manifests.all(Service.class)).isNotEmpty().allSatisfy(service -> {
            Set<String> ports = manifests.pods().values().stream()
                    .filter(pod -> Manifests.having(service.getSpec().getSelector())
                            .test(pod.getMetadata().getLabels()))
                    .flatMap(pod -> PodRule.containers(pod.getSpec()))
                    .flatMap(container -> container.getPorts().stream())
                    .map(port -> port.getName())
                    .collect(Collectors.toSet());
            assertThat(service.getSpec().getPorts())
                    .allSatisfy(port ->
                            assertThat(ports).contains(port.getTargetPort().getStrVal()));
        });
    }

    @Test
    void prometheus_finds_the_figures_where_the_service_has_them() {
        Manifests production = Overlay.PRODUCTION.manifests();

        assertThat(production.all(ServiceMonitor.class)).singleElement().satisfies(monitor -> {
            List<Service> found = production.all(Service.class).stream()
                    .filter(service -> Manifests.having(
                                    monitor.getSpec().getSelector().getMatchLabels())
                            .test(service.getMetadata().getLabels()))
                    .toList();
            assertThat(found)
                    .singleElement()
                    .satisfies(service -> assertThat(
                                    service.getSpec().getPorts().getFirst().getName())
                            .isEqualTo(
                                    monitor.getSpec().getEndpoints().getFirst().getPort()));
            assertThat(monitor.getSpec().getEndpoints().getFirst().getPath()).isEqualTo("/q/metrics");
        });
    }

    @ParameterizedTest(name = "{0}")
    @EnumSource
    void every_policy_is_about_pods_that_there_are_and_opens_ways_that_both_ends_allow(Overlay overlay) {
        Manifests manifests = overlay.manifests();

        assertThat(manifests.all(NetworkPolicy.class)).allSatisfy(policy -> {
            assertThat(about(manifests, NetworkRules.labels(policy.getSpec().getPodSelector())))
                    .isNotEmpty();
            within(policy).forEach(peer -> assertThat(about(manifests, peer)).isNotEmpty());
        });
    }

    private static Stream<Map<String, String>> within(NetworkPolicy policy) {
        return Stream.concat(
                        policy.getSpec().getIngress().stream().flatMap(rule -> rule.getFrom().stream()),
                        policy.getSpec().getEgress().stream().flatMap(rule -> rule.getTo().stream()))
                .filter(peer -> peer.getNamespaceSelector() == null && peer.getPodSelector() != null)
                .map(peer -> NetworkRules.labels(peer.getPodSelector()));
    }

    private static List<Map<String, String>> about(Manifests manifests, Map<String, String> selector) {
        return manifests.podLabels().stream().filter(Manifests.having(selector)).toList();
    }
}
