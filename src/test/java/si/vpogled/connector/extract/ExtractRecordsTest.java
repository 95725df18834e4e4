package si.vpogled.connector.extract;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import si.vpogled.connector.definition.ConnectorDefinition.FieldType;
import si.vpogled.text.Text;

class ExtractRecordsTest extends ExtractRoundTrip {
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

    private static JsonNode tree(ExtractEntry entry) {
        try {
            return ExtractFormat.MAPPER.readTree(text(entry));
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static void follows(String schema, JsonNode json) {
        InputStream resource = ExtractRecordsTest.class.getResourceAsStream("/schema/" + schema + ".schema.json");
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
}
