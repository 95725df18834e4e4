package si.vpogled.manifests;

import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import si.vpogled.connector.FaultKind;

/** The figures that alerts and dashboard may ask for, with their labels and, where they are few, the labels' values. */
public final class Figures {
    private static final Set<String> OUTCOMES = Stream.concat(
                    Stream.of("completed"),
                    Stream.of(FaultKind.values()).map(kind -> kind.name().toLowerCase(Locale.ROOT)))
            .collect(Collectors.toUnmodifiableSet());
    private static final Set<String> ANY = Set.of();

    /** Of the service, as Prometheus calls them, without what it adds to the names of timers and summaries. */
    public static final Map<String, Map<String, Set<String>>> OURS = Map.ofEntries(
            Map.entry("vpogled_cases", Map.of("right", ANY, "state", ANY)),
            Map.entry("vpogled_cases_open", Map.of("days", Set.of("overdue", "0-3", "4-7", "8-14", "15-"))),
            Map.entry("vpogled_runs_total", Map.of("connector", ANY, "outcome", OUTCOMES)),
            Map.entry("vpogled_run_seconds", Map.of("connector", ANY)),
            Map.entry("vpogled_tasks", Map.of("state", Set.of("due", "running", "later", "failing"))),
            Map.entry("vpogled_tasks_oldest_due_seconds", Map.of()),
            Map.entry("vpogled_bundle_bytes", Map.of()),
            Map.entry("vpogled_downloads_total", Map.of("complete", ANY)),
            Map.entry("vpogled_history_breaks", Map.of()),
            Map.entry("vpogled_history_checked_timestamp_seconds", Map.of()),
            Map.entry("vpogled_store_up", Map.of()));

    /** Of the cluster (kube-state-metrics). */
    static final Map<String, Map<String, Set<String>>> OF_THE_CLUSTER =
            Map.of("kube_deployment_status_replicas_ready", Map.of("deployment", Set.of(Manifests.SERVICE)));

    /** Prometheus itself says of each where it was found. */
    static final Set<String> EVERYWHERE = Set.of("namespace");

    private static final Pattern PARTS = Pattern.compile("(vpogled_run_seconds|vpogled_bundle_bytes)_(count|sum|max)");

    private Figures() {}

    static String family(String metric) {
        return PARTS.matcher(metric).replaceFirst("$1");
    }
}
