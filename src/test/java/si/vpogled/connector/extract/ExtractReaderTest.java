package si.vpogled.connector.extract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.CRC32;
import org.apache.commons.compress.utils.SeekableInMemoryByteChannel;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import si.vpogled.storage.zip.ZipHead;
import si.vpogled.storage.zip.ZipHead.Method;
import si.vpogled.storage.zip.ZipSizes;
import si.vpogled.storage.zip.ZipStreamWriter;

/** Extracts that someone else wrote. */
class ExtractReaderTest {
    private static final String OUTCOME = """
            {"version": 1, "run": "00000000-0000-0000-0000-000000000001", "attempt": 1, "connector": "other",
             "started": "2026-03-01T10:00:00Z", "ended": "2026-03-01T10:00:05Z",
             "items": [{"item": "domains.legal-framework.email", "outcome": "none-held", "records": 0}],
             "identifiers": [], "doubts": [], "remarks": [], "aLaterVersionSays": "more"}
            """;
    private static final long LIMIT = 1_000_000;
    private final ByteArrayOutputStream archive = new ByteArrayOutputStream();
    private final ZipStreamWriter zip = new ZipStreamWriter(archive);

    @Test
    void aSoundExtractIsReadWhoeverWroteIt() throws IOException {
        add("data/a/b.txt", "content");
        frame(line("a/b.txt", "content"));

        try (ExtractReader reader = open();
                Stream<ExtractEntry> entries = reader.entries()) {
            ExtractEntry entry = entries.toList().getFirst();
            entry.verify();
            assertThat(reader.outcome().connector()).isEqualTo("other");
            assertThat(new String(entry.rawContent().readAllBytes(), StandardCharsets.UTF_8))
                    .isEqualTo("content");
            assertThat(entry.head("x").method()).isEqualTo(Method.STORED);
        }
    }

    @Test
    void whatIsNoArchiveIsRefused() {
        assertThatThrownBy(() -> ExtractReader.open(new SeekableInMemoryByteChannel(new byte[1000]), LIMIT))
                .isInstanceOf(InvalidExtractException.class)
                .hasMessage("The extract is not a ZIP archive");
    }

    @Test
    void withoutAnOutcomeItIsRefused() throws IOException {
        add("entries.jsonl", "");
        zip.finish();

        refused("not exactly one outcome.json");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{", "[]", "{\"items\": 7}", "{}", "null"})
    void anOutcomeThatIsNoneIsRefused(String outcome) throws IOException {
        add("entries.jsonl", "");
        add("outcome.json", outcome);
        zip.finish();

        refused("outcome.json");
    }

    @ParameterizedTest
    @ValueSource(strings = {"../x", "/etc/passwd", "a/../../x", "C:x", "a\\\\b", "con"})
    void namesThatAreNotSafeToUnpackAreRefused(String name) throws IOException {
        add("data/" + name.replace("\\\\", "\\"), "x");
        frame(line(name, "x"));

        entriesRefused("a name that is not safe to unpack");
    }

    @Test
    void anEntryThatIsNotListedIsRefused() throws IOException {
        add("data/a", "x");
        frame("");

        entriesRefused("entries that entries.jsonl does not list");
    }

    @Test
    void aLineWithoutItsEntryIsRefused() throws IOException {
        add("data/a", "x");
        frame(line("b", "x"));

        entriesRefused("goes with not exactly one entry");
    }

    @Test
    void twoEntriesOfOneNameAreRefused() throws IOException {
        add("data/a", "x");
        add("data/a", "y");
        frame(line("a", "x") + line("a", "y"));

        entriesRefused("goes with not exactly one entry");
    }

    @Test
    void anEntryListedTwiceIsRefused() throws IOException {
        add("data/a", "x");
        add("data/b", "x");
        frame(line("a", "x") + line("a", "x"));

        entriesRefused("names an entry a second time");
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "7", "nonsense", "{\"name\": \"a\"}", "null"})
    void aLineThatIsNoEntryIsRefused(String line) throws IOException {
        add("data/a", "x");
        frame(line + "\n");

        entriesRefused("Line 1 of the extract's entries.jsonl");
    }

    @Test
    void aContentWithAnotherSumIsNoticedWhenItIsVerified() throws IOException {
        add("data/a", "x");
        frame(line("a", "y"));

        try (ExtractReader reader = open();
                Stream<ExtractEntry> entries = reader.entries()) {
            ExtractEntry entry = entries.toList().getFirst();
            assertThatThrownBy(entry::verify)
                    .isInstanceOf(InvalidExtractException.class)
                    .hasMessageContaining("SHA-512");
        }
    }

    @Test
    void aSizeThatLiesIsNoticedWhenItIsRead() throws IOException {
        byte[] deflated = {3, 0};
        zip.entry(new ZipHead("data/a", Method.DEFLATED, Instant.EPOCH), new ZipSizes(0, 1, 2), deflated, 0);
        frame(line("a", "x"));

        try (ExtractReader reader = open();
                Stream<ExtractEntry> entries = reader.entries()) {
            ExtractEntry entry = entries.toList().getFirst();
            assertThatThrownBy(entry::verify)
                    .isInstanceOf(InvalidExtractException.class)
                    .hasMessageContaining("differs from its size");
        }
    }

    @Test
    void aSizeThatCannotBeIsRefused() throws IOException {
        byte[] deflated = {3, 0};
        zip.entry(new ZipHead("data/a", Method.DEFLATED, Instant.EPOCH), new ZipSizes(0, 900_000, 2), deflated, 0);
        frame("");

        refused("a size that cannot be");
    }

    @Test
    void moreThanTheLimitIsRefused() throws IOException {
        add("data/a", "x".repeat((int) LIMIT + 1));
        frame("");

        refused("more than " + LIMIT + " bytes");
    }

    private void frame(String lines) throws IOException {
        add("entries.jsonl", lines);
        add("outcome.json", OUTCOME);
        zip.finish();
    }

    private void add(String name, String content) throws IOException {
        byte[] bytes = content.getBytes(StandardCharsets.UTF_8);
        CRC32 crc = new CRC32();
        crc.update(bytes);
        ZipSizes sizes = new ZipSizes(crc.getValue(), bytes.length, bytes.length);
        zip.entry(new ZipHead(name, Method.STORED, Instant.EPOCH), sizes, bytes, 0);
    }

    private static String line(String name, String content) {
        return """
                {"name": "%s", "collection": "c", "items": [], "kind": "file", "mediaType": "text/plain", "size": %d,\
                 "sha512": "%s", "records": 0}
                """.formatted(name, content.length(), sha512(content));
    }

    private static String sha512(String content) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-512").digest(content.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError(e);
        }
    }

    private ExtractReader open() throws IOException {
        return ExtractReader.open(new SeekableInMemoryByteChannel(archive.toByteArray()), LIMIT);
    }

    private void refused(String message) {
        assertThatThrownBy(this::open)
                .isInstanceOf(InvalidExtractException.class)
                .hasMessageContaining(message);
    }

    private void entriesRefused(String message) throws IOException {
        try (ExtractReader reader = open()) {
            assertThatThrownBy(() -> {
                        try (Stream<ExtractEntry> entries = reader.entries()) {
                            List<ExtractEntry> all = entries.toList();
                            assertThat(all).isNull();
                        }
                    })
                    .isInstanceOf(UncheckedIOException.class)
                    .hasCauseInstanceOf(InvalidExtractException.class)
                    .hasMessageContaining(message);
        }
    }
}
