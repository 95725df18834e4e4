package si.vpogled.manifests;

import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.openshift.api.model.monitoring.v1.PrometheusRule;
import io.fabric8.openshift.api.model.monitoring.v1.Rule;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Alerts and the dashboard ask for figures that there are. */
@Tag("slow")
class FiguresTest {
    private static final Path HERE = Path.of("src/test/java/si/vpogled/manifests");
    private static final Pattern READ = Pattern.compile("\"(vpogled_[a-z_]+)(\\{[^}]*})?\"");
    private static final Pattern LABEL = Pattern.compile("([a-z]+)=");

    private final Manifests production = Overlay.PRODUCTION.manifests();
    private final List<Rule> alerts = production.all(PrometheusRule.class).stream()
            .flatMap(rule -> rule.getSpec().getGroups().stream())
            .flatMap(group -> group.getRules().stream())
            .toList();
    private final JsonNode dashboard = new ObjectMapper()
            .readTree(production
                    .one(ConfigMap.class, "vpogled-dashboard")
                    .getData()
                    .get("vpogled.json"));

    FiguresTest() throws Exception {}

    @Test
    void alerts_ask_for_figures_that_there_are() {
        assertThat(alerts).isNotEmpty().allSatisfy(alert -> {
            Expression expression = new Expression(alert.getExpr().getStrVal());
            assertThat(expression.unknown()).as(alert.getAlert()).isEmpty();
            assertThat(expression.metrics()).as(alert.getAlert()).isNotEmpty();
        });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "vpogled_cases_open{days=\"overdue\"}",
                "vpogled_cases_open{days=\"0-3\"}",
                "vpogled_runs_total{outcome=\"unavailable\"}",
                "vpogled_runs_total{outcome=~\"misconfigured|refused|defect\"}",
                "vpogled_tasks_oldest_due_seconds",
                "vpogled_store_up",
                "vpogled_history_breaks",
                "vpogled_history_checked_timestamp_seconds",
                "kube_deployment_status_replicas_ready"
            })
    void somebody_is_told_of_what_goes_wrong(String figure) {
        assertThat(alerts).anyMatch(alert -> alert.getExpr().getStrVal().contains(figure));
    }

    @Test
    void whoever_is_told_learns_how_bad_it_is_and_what_to_do() {
        assertThat(alerts).allSatisfy(alert -> {
            assertThat(alert.getLabels().get("severity")).isIn("warning", "critical");
            assertThat(alert.getAnnotations()).containsKeys("summary", "description");
        });
        assertThat(alerts.stream().map(Rule::getAlert)).doesNotHaveDuplicates();
    }

    @Test
    void the_dashboard_asks_for_figures_that_there_are_and_shows_every_one_of_ours() {
        Set<String> shown = new TreeSet<>();
        dashboard.findValues("expr").forEach(expr -> {
            Expression expression = new Expression(expr.asText());
            assertThat(expression.unknown()).as(expr.asText()).isEmpty();
            shown.addAll(expression.metrics());
        });

        assertThat(shown.stream().map(Figures::family).collect(toSet())).containsAll(Figures.OURS.keySet());
    }

    /** Where a figure would have another name or label, the test that reads it from the service would fail. */
    @Test
    void a_test_reads_every_one_of_ours_from_the_service() throws IOException {
        Map<String, Set<Set<String>>> read = new TreeMap<>();
        for (Path test : tests()) {
            READ.matcher(Files.readString(test))
                    .results()
                    .forEach(figure -> read.computeIfAbsent(Figures.family(figure.group(1)), _ -> new HashSet<>())
                            .add(labels(figure.group(2))));
        }

        assertThat(Figures.OURS)
                .allSatisfy((figure, labels) -> assertThat(read.getOrDefault(figure, Set.of()))
                        .as(figure)
                        .contains(labels.keySet()));
    }

    private static Set<String> labels(String all) {
        return LABEL.matcher(Objects.requireNonNullElse(all, ""))
                .results()
                .map(label -> label.group(1))
                .collect(toSet());
    }

    private static List<Path> tests() throws IOException {
        try (Stream<Path> files = Files.walk(Path.of("src/test/java"))) {
            return files.filter(file -> file.toString().endsWith(".java") && !file.startsWith(HERE))
                    .toList();
        }
    }

    @Test
    void panels_have_their_own_number_and_place() {
        assertThat(dashboard.path("panels").findValuesAsText("id")).doesNotHaveDuplicates();
        Set<String> taken = new TreeSet<>();
        dashboard.path("panels").forEach(panel -> {
            JsonNode place = panel.path("gridPos");
            assertThat(place.path("x").asInt() + place.path("w").asInt()).isLessThanOrEqualTo(24);
            for (int x = 0; x < place.path("w").asInt(); x++) {
                for (int y = 0; y < place.path("h").asInt(); y++) {
                    assertThat(taken.add((place.path("x").asInt() + x) + "/"
                                    + (place.path("y").asInt() + y)))
                            .as(panel.path("title").asText())
                            .isTrue();
                }
            }
        });
    }

    @Test
    void grafana_finds_the_dashboard_by_its_label() {
        assertThat(production
                        .one(ConfigMap.class, "vpogled-dashboard")
                        .getMetadata()
                        .getLabels())
                .containsEntry("grafana_dashboard", "1");
        assertThat(dashboard.path("uid").asText()).isEqualTo("vpogled");
        assertThat(dashboard.path("schemaVersion").asInt()).isPositive();
        assertThat(dashboard.at("/templating/list/0/type").asText()).isEqualTo("datasource");
        assertThat(dashboard.findValues("datasource"))
                .allMatch(source -> source.path("uid").asText().equals("${datasource}"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "max(vpogled_case_open)",
                "max(vpogled_cases_open{day=\"overdue\"})",
                "max(vpogled_cases_open{days=\"late\"})",
                "sum by (conector) (vpogled_runs_total)",
                "max(vpogled_cases_open))",
                "maximum(vpogled_cases_open)"
            })
    void an_expression_is_refused_that_asks_for_what_there_is_not(String expression) {
        assertThat(new Expression(expression).unknown()).isNotEmpty();
    }
}
