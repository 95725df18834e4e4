package si.vpogled.manifests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
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
