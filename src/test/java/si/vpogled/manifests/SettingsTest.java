package si.vpogled.manifests;

import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.EnvVar;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicy;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Whatever manifests set is a setting: of ours, of the framework at run time, or of a definition. */
@Tag("slow")
class SettingsTest {
    private static final Path RESOURCES = Path.of("src/main/resources");

    @Test
    void the_settings_that_there_are_are_known() {
        assertThat(KnownSettings.ours())
                .contains(
                        "VPOGLED_LAUNCHER",
                        "VPOGLED_KUBERNETES_IMAGE",
                        "VPOGLED_STORE_S3_BUCKET",
                        "VPOGLED_LIMITS_SIGN_IN_NETWORK",
                        "VPOGLED_BASE_URL",
                        "VPOGLED_PROVIDER_DPO")
                .doesNotContain("VPOGLED_STAFF_MEMBERS");
        assertThat(KnownSettings.ofTheFramework())
                .contains("QUARKUS_DATASOURCE_JDBC_URL", "QUARKUS_HTTP_PROXY_TRUSTED_PROXIES")
                // fixed when the image is made
                .doesNotContain("QUARKUS_MANAGEMENT_ENABLED");
    }

    @ParameterizedTest(name = "{0}")
    @EnumSource
    void every_variable_of_ours_is_one_that_the_service_reads(Overlay overlay) {
        assertThat(variables(overlay, name -> name.startsWith("VPOGLED_")))
                .hasSizeGreaterThan(8)
                .isSubsetOf(KnownSettings.ours());
    }

    @ParameterizedTest(name = "{0}")
    @EnumSource
    void every_variable_of_the_framework_is_one_that_it_reads_at_run_time(Overlay overlay) {
        assertThat(variables(overlay, name -> name.startsWith("QUARKUS_")))
                .hasSizeGreaterThan(8)
                .isSubsetOf(KnownSettings.ofTheFramework());
    }

    @ParameterizedTest(name = "{0}")
    @EnumSource
    void the_other_variables_are_those_that_definitions_name_all_of_them(Overlay overlay) {
        Set<String> named = Connectors.all().stream()
                .flatMap(definition -> definition.variables().stream())
                .collect(Collectors.toSet());

        assertThat(variables(overlay, name -> !name.startsWith("VPOGLED_") && !name.startsWith("QUARKUS_")))
                .isEqualTo(named);
    }

    @ParameterizedTest(name = "{0}")
    @EnumSource
    void the_service_finds_inventory_and_definitions_where_they_are_mounted(Overlay overlay) {
        Manifests manifests = overlay.manifests();
        Set<String> mounted = manifests.serviceContainer().getVolumeMounts().stream()
                .map(mount -> mount.getMountPath())
                .collect(Collectors.toSet());

        assertThat(manifests.settings())
                .containsEntry("VPOGLED_INVENTORY_FILE", "/etc/vpogled/inventory/inventory.yaml")
                .containsEntry("VPOGLED_CONNECTORS_DIRECTORY", "/etc/vpogled/connectors")
                .containsEntry("QUARKUS_HTTP_BODY_UPLOADS_DIRECTORY", "/run/vpogled/uploads")
                .containsEntry("VPOGLED_LAUNCHER", "kubernetes");
        assertThat(mounted)
                .contains("/etc/vpogled/inventory", "/etc/vpogled/connectors", "/run/vpogled/uploads", "/tmp");
    }

    @ParameterizedTest(name = "{0}")
    @EnumSource
    void inventory_and_definitions_are_the_very_files_that_come_along(Overlay overlay) throws IOException {
        Map<String, String> definitions = new TreeMap<>();
        for (Path file : files(RESOURCES.resolve("connectors"))) {
            definitions.put(file.getFileName().toString(), Files.readString(file));
        }

        assertThat(mounted(overlay.manifests(), "connectors")).isEqualTo(definitions);
        assertThat(mounted(overlay.manifests(), "inventory"))
                .isEqualTo(Map.of("inventory.yaml", Files.readString(RESOURCES.resolve("inventory.yaml"))));
    }

    @Test
    void an_operators_own_definitions_take_their_place_for_the_service_and_for_jobs(@TempDir Path folder)
            throws IOException {
        Path ours = Files.createDirectories(folder.toRealPath().resolve("ours"));
        Files.writeString(ours.resolve("billing.yaml"), "connector: billing");
        Files.writeString(ours.resolve("kustomization.yaml"), """
                apiVersion: kustomize.config.k8s.io/v1beta1
                kind: Kustomization
                namespace: vpogled
                resources: [%s]
                images: [{name: registry.example/vpogled, newName: registry.test/vpogled, newTag: "2"}]
                configMapGenerator: [{name: vpogled-connectors, behavior: replace, files: [billing.yaml]}]
                """.formatted(
                        ours.relativize(Path.of(Overlay.PRODUCTION.folder()).toRealPath())));

        Manifests manifests = Rendered.of(ours);

        assertThat(mounted(manifests, "connectors")).containsExactly(Map.entry("billing.yaml", "connector: billing"));
        assertThat(manifests.settings())
                .containsEntry("VPOGLED_KUBERNETES_DEFINITIONS", configMap(manifests, "connectors"))
                .containsEntry("VPOGLED_KUBERNETES_IMAGE", "registry.test/vpogled:2");
    }

    @Test
    void traces_are_settings_too_and_weaken_nothing(@TempDir Path folder) throws IOException {
        Path traces =
                folder.toRealPath().relativize(Path.of("k8s/components/traces").toRealPath());

        Manifests manifests = production(folder, "components: [" + traces + "]");

        assertThat(manifests.settings())
                .containsEntry("QUARKUS_OTEL_SDK_DISABLED", "false")
                .containsKey("VPOGLED_TRACES_ENDPOINT");
        assertThat(KnownSettings.ours()).contains("VPOGLED_TRACES_ENDPOINT");
        assertThat(KnownSettings.ofTheFramework()).contains("QUARKUS_OTEL_SDK_DISABLED");
        assertThat(manifests.names(NetworkPolicy.class)).contains("vpogled-to-traces");
        assertThat(Rule.values())
                .allSatisfy(rule -> assertThat(rule.breaches(manifests)).isEmpty());
    }

    /** What an operator makes of the overlay of production. */
    private static Manifests production(Path folder, String more) throws IOException {
        Path here = folder.toRealPath();
        Files.writeString(here.resolve("kustomization.yaml"), """
                apiVersion: kustomize.config.k8s.io/v1beta1
                kind: Kustomization
                namespace: vpogled
                resources: [%s]
                %s
                """.formatted(
                        here.relativize(Path.of(Overlay.PRODUCTION.folder()).toRealPath()), more));
        return Rendered.of(here);
    }

    private static Map<String, String> mounted(Manifests manifests, String volume) {
        return manifests.one(ConfigMap.class, configMap(manifests, volume)).getData();
    }

    private static String configMap(Manifests manifests, String volume) {
        return manifests.servicePod().getVolumes().stream()
                .filter(one -> one.getName().equals(volume))
                .map(one -> one.getConfigMap().getName())
                .findFirst()
                .orElseThrow();
    }

    private static List<Path> files(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.toList();
        }
    }

    @ParameterizedTest(name = "{0}")
    @EnumSource
    void jobs_run_the_image_of_the_service(Overlay overlay) {
        Manifests manifests = overlay.manifests();

        assertThat(manifests.settings())
                .containsEntry(
                        "VPOGLED_KUBERNETES_IMAGE", manifests.serviceContainer().getImage());
    }

    private static Set<String> variables(Overlay overlay, Predicate<String> which) {
        Manifests manifests = overlay.manifests();
        return Stream.concat(
                        manifests.settings().keySet().stream(),
                        manifests.serviceContainer().getEnv().stream().map(EnvVar::getName))
                .filter(which)
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
