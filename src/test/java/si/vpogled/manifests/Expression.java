package si.vpogled.manifests;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** As much of PromQL as it takes to know what an expression asks for. */
record Expression(String text) {
    private static final Set<String> FUNCTIONS = Set.of("sum", "max", "min", "increase", "time", "absent");
    private static final Set<String> OPERATORS = Set.of("and", "or", "unless", "h", "m");
    private static final Pattern LABELS = Pattern.compile("\\{([^}]*)}");
    private static final Pattern MATCHER = Pattern.compile("([a-z_]+)(?:=~|!~|!=|=)\"([^\"]*)\"");
    private static final Pattern GROUPING = Pattern.compile("\\bby\\s*\\(([^)]*)\\)");
    private static final Pattern METRIC = Pattern.compile("([a-z_][a-z0-9_]*)(\\{[^}]*})?");
    private static final Pattern WORD = Pattern.compile("(?<![\\w])([a-zA-Z_]\\w*)(\\s*\\()?");

    /** Names of figures. */
    Set<String> metrics() {
        Set<String> metrics = new TreeSet<>();
        Matcher words = WORD.matcher(bare());
        while (words.find()) {
            if (words.group(2) == null && !OPERATORS.contains(words.group(1))) {
                metrics.add(words.group(1));
            }
        }
        return metrics;
    }

    private String bare() {
        return LABELS.matcher(GROUPING.matcher(text).replaceAll(" ")).replaceAll(" ");
    }

    /** What is no figure, label, value or function, or does not close what it opens. */
    List<String> unknown() {
        List<String> unknown = new ArrayList<>();
        metrics().stream().filter(metric -> labels(metric).isEmpty()).forEach(unknown::add);
        Matcher words = WORD.matcher(bare());
        while (words.find()) {
            if (words.group(2) != null && !FUNCTIONS.contains(words.group(1)) && !OPERATORS.contains(words.group(1))) {
                unknown.add(words.group(1) + "()");
            }
        }
        Matcher grouping = GROUPING.matcher(text);
        while (grouping.find()) {
            List.of(grouping.group(1).split("[,\\s]+")).stream()
                    .filter(label -> !Figures.EVERYWHERE.contains(label))
                    .filter(label -> metrics().stream().noneMatch(metric -> has(metric, label)))
                    .forEach(unknown::add);
        }
        unknown.addAll(unknownLabels());
        if (text.chars().filter(one -> one == '(').count()
                != text.chars().filter(one -> one == ')').count()) {
            unknown.add("parentheses");
        }
        return unknown;
    }

    private List<String> unknownLabels() {
        List<String> unknown = new ArrayList<>();
        Matcher found = METRIC.matcher(text);
        while (found.find()) {
            if (found.group(2) != null) {
                Map<String, Set<String>> labels = labels(found.group(1)).orElse(Map.of());
                Matcher matchers = MATCHER.matcher(found.group(2));
                while (matchers.find()) {
                    if (!Figures.EVERYWHERE.contains(matchers.group(1))
                            && !fits(labels.get(matchers.group(1)), matchers.group(2))) {
                        unknown.add(matchers.group());
                    }
                }
            }
        }
        return unknown;
    }

    private static boolean fits(Set<String> values, String value) {
        return values != null && (values.isEmpty() || values.containsAll(List.of(value.split("\\|"))));
    }

    private static boolean has(String metric, String label) {
        return labels(metric).orElse(Map.of()).containsKey(label);
    }

    private static Optional<Map<String, Set<String>>> labels(String metric) {
        return Optional.ofNullable(Figures.OURS.get(Figures.family(metric)))
                .or(() -> Optional.ofNullable(Figures.OF_THE_CLUSTER.get(metric)));
    }
}
