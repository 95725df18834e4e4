package si.vpogled.bundle.verify;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Every item has a verdict, every delivered file is there, and every payload file is somebody's. */
final class CompletenessCheck {
    private static final String FILE = "data/completeness.json";
    private static final Set<String> VERDICTS = Set.of(
            "delivered", "none-held", "withheld", "kept-by-law", "refer-to-controller", "outside-right", "unreachable");

    private final Archive archive;
    private final List<Fault> faults = new ArrayList<>();
    private final Set<String> accounted = new HashSet<>();
    private final Map<String, long[]> folders = new HashMap<>();
    private final Map<String, Integer> counts = new HashMap<>();
    private int items;
    private boolean open;

    CompletenessCheck(Archive archive) {
        this.archive = archive;
    }

    List<Fault> run() throws IOException {
        Optional<byte[]> json = archive.bytes(FILE);
        if (json.isEmpty()) {
            return List.of(new Fault(Fault.Kind.MISSING, FILE));
        }
        try {
            check(new ObjectMapper().readTree(json.get()));
        } catch (JsonProcessingException e) {
            faults.add(new Fault(Fault.Kind.UNREADABLE, FILE));
        }
        return faults;
    }

    int items() {
        return items;
    }

    Map<String, Integer> counts() {
        return Map.copyOf(counts);
    }

    private void check(JsonNode document) {
        Set<String> seen = new HashSet<>();
        for (JsonNode line : document.path("items")) {
            String item = line.path("item").asText();
            String verdict = line.path("verdict").asText();
            if (!seen.add(item) || !VERDICTS.contains(verdict)) {
                faults.add(new Fault(Fault.Kind.NO_VERDICT, item));
            }
            counts.merge(verdict, 1, Integer::sum);
            items++;
            if (verdict.equals("delivered")
                    && line.path("files").isEmpty()
                    && line.path("folders").isEmpty()) {
                faults.add(new Fault(Fault.Kind.NOT_DELIVERED, item));
            }
            line.path("files").forEach(file -> file(item, file.asText()));
            line.path("folders").forEach(this::folder);
            open |= verdict.equals("unreachable") || line.has("system") || line.has("settledFrom");
        }
        List<String> about = new ArrayList<>();
        document.path("about").forEach(path -> about.add(path.asText()));
        payload(about);
        summary(document.path("summary"));
        if (document.path("complete").asBoolean() && (open || document.has("openAccounts"))) {
            faults.add(new Fault(Fault.Kind.SUMMARY, FILE + " (complete)"));
        }
        if (!document.path("reference").asText().equals(archive.folder())) {
            faults.add(new Fault(Fault.Kind.SUMMARY, archive.folder()));
        }
    }

    private void file(String item, String path) {
        accounted.add(path);
        if (!archive.files().containsKey("data/" + path)) {
            faults.add(new Fault(Fault.Kind.NOT_DELIVERED, path + " (" + item + ")"));
        }
    }

    private void folder(JsonNode folder) {
        folders.put(
                folder.path("path").asText(),
                new long[] {folder.path("files").asLong(), folder.path("bytes").asLong()});
    }

    private void payload(List<String> about) {
        Set<String> unaccounted = new TreeSet<>();
        archive.files().forEach((name, entry) -> {
            if (name.startsWith("data/")) {
                String path = name.substring("data/".length());
                Optional<String> folder = above(path);
                folder.ifPresent(found -> {
                    folders.get(found)[0]--;
                    folders.get(found)[1] -= entry.getSize();
                });
                if (folder.isEmpty() && !accounted.contains(path) && !isAbout(about, path)) {
                    unaccounted.add(name);
                }
            }
        });
        unaccounted.forEach(name -> faults.add(new Fault(Fault.Kind.UNACCOUNTED, name)));
        folders.forEach((path, left) -> {
            if (left[0] != 0 || left[1] != 0) {
                faults.add(new Fault(Fault.Kind.NOT_DELIVERED, path));
            }
        });
    }

    /** The folder of a verdict that holds the path. */
    private Optional<String> above(String path) {
        for (int slash = path.indexOf('/'); slash >= 0; slash = path.indexOf('/', slash + 1)) {
            if (folders.containsKey(path.substring(0, slash + 1))) {
                return Optional.of(path.substring(0, slash + 1));
            }
        }
        return Optional.empty();
    }

    private static boolean isAbout(List<String> about, String path) {
        return about.stream().anyMatch(one -> one.endsWith("/") ? path.startsWith(one) : path.equals(one));
    }

    private void summary(JsonNode summary) {
        boolean same = summary.path("items").asInt() == items
                && summary.path("verdicts").size() == counts.size()
                && counts.entrySet().stream()
                        .allMatch(count ->
                                summary.path("verdicts").path(count.getKey()).asInt() == count.getValue());
        if (!same || items == 0) {
            faults.add(new Fault(Fault.Kind.SUMMARY, FILE));
        }
    }
}
