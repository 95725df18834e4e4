package si.vpogled.bundle;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/** A bundle's files by path within its folder. */
record UnpackedBundle(Map<String, byte[]> files) {
    static UnpackedBundle of(Path zip) throws IOException {
        Map<String, byte[]> files = new TreeMap<>();
        try (ZipFile archive = new ZipFile(zip.toFile())) {
            for (ZipEntry entry : archive.stream().toList()) {
                try (InputStream stream = archive.getInputStream(entry)) {
                    files.put(entry.getName().substring(entry.getName().indexOf('/') + 1), stream.readAllBytes());
                }
            }
        }
        return new UnpackedBundle(files);
    }

    String text(String path) {
        return new String(files.get(path), StandardCharsets.UTF_8);
    }

    JsonNode json(String path) throws IOException {
        return new ObjectMapper().readTree(files.get(path));
    }

    /** The line of an item in completeness.json. */
    JsonNode verdict(String item) throws IOException {
        for (JsonNode line : json("data/completeness.json").path("items")) {
            if (line.path("item").asText().equals(item)) {
                return line;
            }
        }
        throw new AssertionError("completeness.json does not list " + item);
    }
}
