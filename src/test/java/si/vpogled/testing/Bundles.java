package si.vpogled.testing;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.Channels;
import java.nio.channels.SeekableByteChannel;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/** A downloaded bundle: its files as text, by path within its folder. */
public record Bundles(Map<String, String> files) {
    public static Bundles read(SeekableByteChannel content) throws IOException {
        Map<String, String> files = new TreeMap<>();
        ByteArrayOutputStream whole = new ByteArrayOutputStream();
        try (InputStream in = Channels.newInputStream(content)) {
            in.transferTo(whole);
        }
        try (ZipInputStream zip = new ZipInputStream(new java.io.ByteArrayInputStream(whole.toByteArray()))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                files.put(
                        entry.getName().substring(entry.getName().indexOf('/') + 1),
                        new String(zip.readAllBytes(), StandardCharsets.UTF_8));
            }
        }
        return new Bundles(files);
    }

    /** The line of an item in completeness.json. */
    public JsonNode verdict(String item) throws IOException {
        for (JsonNode line : json("data/completeness.json").path("items")) {
            if (line.path("item").asText().equals(item)) {
                return line;
            }
        }
        throw new AssertionError("completeness.json does not list " + item);
    }

    public JsonNode json(String file) throws IOException {
        return new ObjectMapper().readTree(files.get(file));
    }

    public String everything() {
        return String.join("\n", files.values());
    }
}
