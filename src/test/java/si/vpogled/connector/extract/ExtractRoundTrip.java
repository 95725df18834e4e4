package si.vpogled.connector.extract;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.jwk.OctetKeyPair;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import org.apache.commons.compress.utils.SeekableInMemoryByteChannel;
import org.junit.jupiter.api.io.TempDir;
import si.vpogled.connector.Outcome;
import si.vpogled.inventory.ItemId;
import si.vpogled.storage.seal.Keys;
import si.vpogled.storage.seal.Seal;
import si.vpogled.storage.seal.Unseal;

/** Writes sealed extracts, and reads them back. */
abstract class ExtractRoundTrip {
    static final byte[] CONTEXT = "vpogled extract 1 run 1".getBytes(StandardCharsets.UTF_8);
    static final Instant MADE = Instant.parse("2026-03-01T10:00:00Z");
    static final ItemId EMAIL = ItemId.parse("domains.legal-framework.email");
    static final long LIMIT = 100_000_000;

    final OctetKeyPair pair = Keys.pair();
    final AtomicLong records = new AtomicLong();
    final AtomicLong bytes = new AtomicLong();

    @TempDir
    Path scratch;

    interface Writing {
        void write(ExtractWriter extract) throws IOException;
    }

    byte[] extract(Writing writing) throws IOException {
        ByteArrayOutputStream sealed = new ByteArrayOutputStream();
        try (OutputStream out = Seal.to(pair.toPublicJWK(), CONTEXT, sealed);
                ExtractWriter extract = new ExtractWriter(out, MADE, scratch, (r, b) -> {
                    records.addAndGet(r);
                    bytes.addAndGet(b);
                })) {
            writing.write(extract);
            extract.finish(outcome());
        }
        return sealed.toByteArray();
    }

    ExtractReader read(byte[] sealed) throws IOException {
        return ExtractReader.open(Unseal.open(pair, CONTEXT, new SeekableInMemoryByteChannel(sealed)), LIMIT);
    }

    Map<String, String> contents(byte[] sealed) throws IOException {
        Map<String, String> contents = new LinkedHashMap<>();
        try (ExtractReader reader = read(sealed);
                Stream<ExtractEntry> entries = reader.entries()) {
            assertThat(reader.outcome()).isEqualTo(outcome());
            entries.forEach(entry -> {
                verify(entry);
                contents.put(entry.entry().name(), text(entry));
            });
        }
        return contents;
    }

    static String text(ExtractEntry entry) {
        try (InputStream in = entry.content()) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    void verify(ExtractEntry entry) {
        try {
            entry.verify();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    static EntryDraft file(String path) {
        return file(path, "application/octet-stream");
    }

    static EntryDraft file(String path, String mediaType) {
        return new EntryDraft(
                "domains/user-data/files/" + path,
                "files",
                List.of(EMAIL),
                Entry.Kind.FILE,
                mediaType,
                Optional.empty());
    }

    static InputStream content(String text) {
        return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
    }

    static Outcome outcome() {
        return new Outcome(
                1,
                UUID.fromString("00000000-0000-0000-0000-000000000001"),
                1,
                "billing",
                MADE,
                MADE.plusSeconds(5),
                List.of(new Outcome.ItemOutcome(EMAIL, Outcome.Found.FOUND, 2, Optional.empty())),
                List.of(),
                List.of(),
                List.of(),
                List.of());
    }
}
