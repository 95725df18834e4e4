package si.vpogled.manifests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** What an operator applies, as it is rendered: read strictly, and held to every {@link Rule}. */
@Tag("slow")
class ManifestsTest {
    @ParameterizedTest(name = "{0}")
    @EnumSource
    void every_object_is_of_its_kind_and_stands_once(Overlay overlay) {
        Manifests manifests = overlay.manifests();

        assertThat(manifests.objects()).hasSizeGreaterThan(20).hasSameSizeAs(manifests.trees());
        assertThat(manifests.trees().stream().map(Manifests::name)).doesNotHaveDuplicates();
    }

    @Test
    void the_example_for_secrets_that_are_kept_elsewhere_is_of_its_kind() {
        assertThat(Rendered.of(Path.of("k8s/examples/external-secrets")).objects())
                .isNotEmpty()
                .allMatch(Custom.ExternalSecret.class::isInstance);
    }

    /** Where both had one name, what the new one archives would be taken for the old one's. */
    @Test
    void the_example_of_a_restore_makes_the_database_of_its_backups_and_goes_on_under_another_name(@TempDir Path folder)
            throws IOException {
        Path ours = Files.createDirectories(folder.toRealPath().resolve("ours"));
        Files.writeString(ours.resolve("kustomization.yaml"), """
                apiVersion: kustomize.config.k8s.io/v1beta1
                kind: Kustomization
                resources: [%s]
                components: [%s]
                """.formatted(
                        ours.relativize(Path.of(Overlay.PRODUCTION.folder()).toRealPath()),
                        ours.relativize(Path.of("k8s/examples/restore").toRealPath())));

        Manifests restored = Rendered.of(ours);

        Custom.Cluster.Spec usual = database(Overlay.PRODUCTION.manifests());
        Custom.Cluster.Spec anew = database(restored);
        Map<String, String> from = anew.externalClusters().getFirst().plugin().parameters();
        Map<String, String> to = anew.plugins().getFirst().parameters();
        assertThat(anew.bootstrap().initdb()).isNull();
        assertThat(anew.bootstrap().recovery().source())
                .isEqualTo(anew.externalClusters().getFirst().name());
        assertThat(anew.bootstrap().recovery().database())
                .isEqualTo(usual.bootstrap().initdb().database());
        assertThat(anew.bootstrap().recovery().owner())
                .isEqualTo(usual.bootstrap().initdb().owner());
        assertThat(List.of(from.get("barmanObjectName"), to.get("barmanObjectName")))
                .containsOnly(usual.plugins().getFirst().parameters().get("barmanObjectName"));
        assertThat(from.get("serverName"))
                .as("as the plugin calls it that is told nothing else")
                .isEqualTo("vpogled-db");
        assertThat(to.get("serverName")).isNotEqualTo(from.get("serverName"));
        assertThat(restored.objects())
                .hasSameSizeAs(Overlay.PRODUCTION.manifests().objects());
    }

    private static Custom.Cluster.Spec database(Manifests manifests) {
        return manifests.all(Custom.Cluster.class).getFirst().spec();
    }

    @Test
    void a_field_that_a_kind_does_not_have_is_not_taken() {
        ObjectNode wrong = Rendered.trees(Path.of(Overlay.PRODUCTION.folder())).stream()
                .filter(tree -> Manifests.name(tree).equals("Deployment/vpogled"))
                .findFirst()
                .orElseThrow()
                .deepCopy();
        ((ObjectNode) wrong.at("/spec/template/spec/securityContext")).put("runAsNonRoots", true);

        assertThatThrownBy(() -> Manifests.of(List.of(wrong)))
                .hasMessageContaining("Deployment/vpogled")
                .hasMessageContaining("runAsNonRoots");
    }

    static Stream<Arguments> rules() {
        return Stream.of(Overlay.values())
                .flatMap(overlay -> Stream.of(Rule.values())
                        .filter(rule -> rule.holdsFor(overlay))
                        .map(rule -> Arguments.of(overlay, rule)));
    }

    @ParameterizedTest(name = "{0}: {1}")
    @MethodSource("rules")
    void holds(Overlay overlay, Rule rule) {
        assertThat(rule.breaches(overlay.manifests())).as(rule.toString()).isEmpty();
    }
}
