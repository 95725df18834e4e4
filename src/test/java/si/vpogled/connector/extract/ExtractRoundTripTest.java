package si.vpogled.connector.extract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import com.nimbusds.jose.jwk.OctetKeyPair;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import org.apache.commons.compress.utils.SeekableInMemoryByteChannel;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import si.vpogled.connector.Outcome;
import si.vpogled.connector.definition.ConnectorDefinition.FieldType;
import si.vpogled.inventory.ItemId;
import si.vpogled.storage.seal.Keys;
import si.vpogled.storage.seal.Seal;
import si.vpogled.storage.seal.Unseal;
import si.vpogled.text.Text;

class ExtractRoundTripTest {
    private static final byte[] CONTEXT = "vpogled extract 1 run 1".getBytes(StandardCharsets.UTF_8);
    private static final Instant MADE = Instant.parse("2026-03-01T10:00:00Z");
    private static final ItemId EMAIL = ItemId.parse("domains.legal-framework.email");
    private static final long LIMIT = 100_000_000;
    private final OctetKeyPair pair = Keys.pair();
    private final AtomicLong records = new AtomicLong();
    private final AtomicLong bytes = new AtomicLong();

    @TempDir
    Path scratch;

    private interface Writing {
        void write(ExtractWriter extract) throws IOException;
    }

    @Test
    void recordsAreReadBackAsJsonAndAsTable() throws IOException {
        byte[] sealed = extract(extract -> {
            try (RecordWriter invoices = extract.records(invoices())) {
                invoices.write(row("A-1", "=cmd()", new BigDecimal("12.50"), LocalDate.of(2026, 1, 31), true));
                invoices.write(Map.of("number", "-17"));
                invoices.complete();
            }
        });

        Map<String, String> contents = contents(sealed);

        assertThat(contents)
                .containsOnlyKeys("domains/legal-framework/invoices.json", "domains/legal-framework/invoices.csv");
        JsonNode json = ExtractFormat.MAPPER.readTree(contents.get("domains/legal-framework/invoices.json"));
        assertThat(json.at("/records/0/customer").asText()).isEqualTo("=cmd()");
        assertThat(json.at("/records/0/amount").asText()).isEqualTo("12.50");
        assertThat(json.at("/records/0/password").isBoolean()).isTrue();
        assertThat(json.at("/records/1")).hasSize(1);
        assertThat(contents.get("domains/legal-framework/invoices.csv"))
                .isEqualTo("\uFEFFnumber,customer,amount,issuedOn,password\r\n"
                        + "A-1,'=cmd(),12.50,2026-01-31,true\r\n-17,,,,\r\n");
        assertThat(records).hasValue(2);
        assertThat(bytes.get()).isGreaterThan(500);
    }

    @Test
    void whatIsWrittenFollowsItsSchemas() throws IOException {
        byte[] sealed = extract(extract -> {
            try (RecordWriter invoices = extract.records(invoices())) {
                invoices.write(row("A-1", "Špela", new BigDecimal("1"), LocalDate.of(2026, 1, 31), true));
                invoices.complete();
            }
        });

        try (ExtractReader reader = read(sealed);
                Stream<ExtractEntry> entries = reader.entries()) {
            entries.forEach(entry -> {
                follows("entry", ExtractFormat.MAPPER.valueToTree(entry.entry()));
                if (entry.entry().kind() == Entry.Kind.RECORDS) {
                    follows("collection", tree(entry));
                }
            });
        }
    }

    @Test
    void contactsComeAsCardsToo() throws IOException {
        RecordsDraft draft = new RecordsDraft(head(), List.of(EMAIL), Map.of("customer", "FN", "number", "EMAIL"));
        byte[] sealed = extract(extract -> {
            try (RecordWriter contacts = extract.records(draft)) {
                contacts.write(Map.of("number", "a@example.test", "customer", "Žiga; Novak"));
                contacts.complete();
            }
        });

        assertThat(contents(sealed).get("domains/legal-framework/invoices.vcf"))
                .contains("VERSION:4.0", "FN:Žiga\\; Novak", "EMAIL:a@example.test");
    }

    @Test
    void aCollectionThatIsNotCompletedIsLeftOut() throws IOException {
        byte[] sealed = extract(extract -> {
            try (RecordWriter invoices = extract.records(invoices())) {
                for (int i = 0; i < 20_000; i++) {
                    invoices.write(Map.of("number", UUID.randomUUID().toString()));
                }
            }
            extract.file(file("b.txt"), content("after"));
        });

        assertThat(contents(sealed)).containsOnlyKeys("domains/user-data/files/b.txt");
    }

    @Test
    void aCollectionWithoutRecordsIsLeftOut() throws IOException {
        byte[] sealed = extract(extract -> {
            try (RecordWriter invoices = extract.records(invoices())) {
                invoices.complete();
            }
        });

        assertThat(contents(sealed)).isEmpty();
    }

    @Test
    void aFileThatCannotBeReadIsLeftOutAndTheExtractGoesOn() throws IOException {
        byte[] sealed = extract(extract -> {
            assertThatThrownBy(() -> extract.file(file("a.txt"), broken(1 << 20)))
                    .isInstanceOf(UnreadableContentException.class);
            assertThatThrownBy(() -> extract.file(file("a2.txt"), broken(10)))
                    .isInstanceOf(UnreadableContentException.class);
            extract.file(file("b.txt"), content("b"));
        });

        assertThat(contents(sealed)).containsOnlyKeys("domains/user-data/files/b.txt");
    }

    @Test
    void filesOfAllSizesHaveTheirSumsAndSizes() throws IOException {
        int[] sizes = {0, 1, 1000, 262_143, 262_144, 262_145, 524_288, 3_000_000};
        byte[] sealed = extract(extract -> {
            for (int size : sizes) {
                extract.file(
                        file("text-" + size + ".txt"),
                        content("Vrstica dnevnika.\n".repeat(size / 18 + 1).substring(0, size)));
                extract.file(file("noise-" + size + ".jpg", "image/jpeg"), new ByteArrayInputStream(noise(size)));
                extract.file(file("noise-" + size + ".bin"), new ByteArrayInputStream(noise(size)));
            }
        });

        try (ExtractReader reader = read(sealed);
                Stream<ExtractEntry> entries = reader.entries()) {
            assertThat(entries.peek(this::verify)
                            .map(entry -> entry.entry().size())
                            .toList())
                    .hasSize(3 * sizes.length);
        }
    }

    @Test
    void namesThatMeetOrAreNotSafeAreChanged() throws IOException {
        byte[] sealed = extract(extract -> {
            extract.file(file("a.txt"), content("1"));
            extract.file(file("A.TXT"), content("2"));
            extract.file(file("../../etc/passwd"), content("3"));
            assertThat(extract.changedNames()).isEqualTo(2);
        });

        assertThat(contents(sealed))
                .containsOnlyKeys(
                        "domains/user-data/files/a.txt",
                        "domains/user-data/files/A (2).TXT",
                        "domains/user-data/files/_/_/etc/passwd");
    }

    @Test
    void aLimitThatIsPassedReachesTheCallerAsItIs() throws IOException {
        IOException passed = new IOException("limit");
        try (ExtractWriter extract = new ExtractWriter(OutputStream.nullOutputStream(), MADE, scratch, (r, b) -> {
            throw passed;
        })) {
            assertThatThrownBy(() -> extract.file(file("a.txt"), content("x"))).isSameAs(passed);
        }
    }

    @Test
    void anUnfinishedExtractIsRefused() throws IOException {
        ByteArrayOutputStream plain = new ByteArrayOutputStream();
        try (ExtractWriter extract = new ExtractWriter(plain, MADE, scratch, (r, b) -> {})) {
            extract.file(file("a.txt"), content("x"));
        }

        assertThatThrownBy(() -> ExtractReader.open(new SeekableInMemoryByteChannel(plain.toByteArray()), LIMIT))
                .isInstanceOf(InvalidExtractException.class);
    }

    @Test
    void nothingIsLeftInTheScratchFolder() throws IOException {
        extract(extract -> {
            try (RecordWriter invoices = extract.records(invoices())) {
                for (int i = 0; i < 100_000; i++) {
                    invoices.write(Map.of("number", "number " + i, "customer", "x".repeat(50)));
                }
                assertThat(scratch).isDirectoryContaining("glob:**.spool");
                invoices.complete();
            }
        });

        assertThat(scratch).isEmptyDirectory();
    }

    private byte[] extract(Writing writing) throws IOException {
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

    private ExtractReader read(byte[] sealed) throws IOException {
        return ExtractReader.open(Unseal.open(pair, CONTEXT, new SeekableInMemoryByteChannel(sealed)), LIMIT);
    }

    private Map<String, String> contents(byte[] sealed) throws IOException {
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

    private static String text(ExtractEntry entry) {
        try (InputStream in = entry.content()) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static JsonNode tree(ExtractEntry entry) {
        try {
            return ExtractFormat.MAPPER.readTree(text(entry));
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private void verify(ExtractEntry entry) {
        try {
            entry.verify();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static void follows(String schema, JsonNode json) {
        InputStream resource = ExtractRoundTripTest.class.getResourceAsStream("/schema/" + schema + ".schema.json");
        assertThat(JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
                        .getSchema(resource)
                        .validate(json))
                .isEmpty();
    }

    private static Map<String, Object> row(
            String number, String customer, BigDecimal amount, LocalDate day, boolean secret) {
        return Map.of("number", number, "customer", customer, "amount", amount, "issuedOn", day, "password", "hush");
    }

    private static RecordsDraft invoices() {
        return new RecordsDraft(head(), List.of(EMAIL), Map.of());
    }

    private static CollectionHead head() {
        return new CollectionHead(
                "invoices",
                new Text("Računi", "Invoices"),
                "billing",
                "domains",
                "legal-framework",
                Optional.empty(),
                List.of(
                        field("number", FieldType.TEXT, false),
                        field("customer", FieldType.TEXT, false),
                        field("amount", FieldType.DECIMAL, false),
                        field("issuedOn", FieldType.DATE, false),
                        field("password", FieldType.TEXT, true)));
    }

    private static CollectionHead.Field field(String name, FieldType type, boolean secret) {
        return new CollectionHead.Field(name, new Text(name, name), type, Optional.of(EMAIL), secret);
    }

    private static EntryDraft file(String path) {
        return file(path, "application/octet-stream");
    }

    private static EntryDraft file(String path, String mediaType) {
        return new EntryDraft(
                "domains/user-data/files/" + path,
                "files",
                List.of(EMAIL),
                Entry.Kind.FILE,
                mediaType,
                Optional.empty());
    }

    private static InputStream content(String text) {
        return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
    }

    private static byte[] noise(int size) {
        byte[] noise = new byte[size];
        new Random(size).nextBytes(noise);
        return noise;
    }

    private static InputStream broken(int after) {
        InputStream fails = new InputStream() {
            @Override
            public int read() throws IOException {
                throw new IOException("connection reset");
            }
        };
        return new java.io.SequenceInputStream(new ByteArrayInputStream(new byte[after]), fails);
    }

    private static Outcome outcome() {
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
