package si.vpogled.manifests;

import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.api.model.EnvVar;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Whatever manifests set is a setting: of ours, of the framework at run time, or of a definition. */
@Tag("slow")
class SettingsTest {
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
