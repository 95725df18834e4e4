package si.vpogled.testing;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import si.vpogled.bundle.verify.VerifyBundle;

/**
 * A bundle as it was downloaded, checked and opened.
 *
 * @param completeness {@code completeness.json}
 * @param items its items, by id
 * @param files content as text by name within the bag, without {@code data/}
 */
public record DownloadedBundle(JsonNode completeness, Map<String, JsonNode> items, Map<String, String> files) {
    public static DownloadedBundle of(Path file) throws IOException {
        ByteArrayOutputStream said = new ByteArrayOutputStream();
        int code = VerifyBundle.run(List.of(file.toString()), new PrintStream(said, true, StandardCharsets.UTF_8));
        assertThat(code).as(said.toString(StandardCharsets.UTF_8)).isZero();
        Map<String, String> files = new TreeMap<>();
        try (ZipFile zip = new ZipFile(file.toFile())) {
            for (ZipEntry entry : zip.stream().toList()) {
                try (InputStream content = zip.getInputStream(entry)) {
                    files.put(
                            entry.getName().replaceFirst("^[^/]+/(data/)?", ""),
                            new String(content.readAllBytes(), StandardCharsets.UTF_8));
                }
            }
        }
        JsonNode completeness = new ObjectMapper().readTree(files.get("completeness.json"));
        Map<String, JsonNode> items = new LinkedHashMap<>();
        completeness.get("items").forEach(item -> items.put(item.get("item").asText(), item));
        return new DownloadedBundle(completeness, items, files);
    }

    /** One item's verdict, by its key. */
    public String verdict(String item) {
        return items.get(item).get("verdict").asText();
    }

    /** Names of what was collected, which stands below its service's id. */
    public List<String> collected() {
        List<String> services = completeness.findValuesAsText("item").stream()
                .map(item -> item.substring(0, item.indexOf('.')) + "/")
                .distinct()
                .toList();
        return files.keySet().stream()
                .filter(name -> services.stream().anyMatch(name::startsWith))
                .toList();
    }
}
