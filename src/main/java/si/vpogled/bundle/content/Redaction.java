package si.vpogled.bundle.content;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVPrinter;
import org.apache.commons.csv.CSVRecord;
import si.vpogled.bundle.json.BundleJson;
import si.vpogled.bundle.json.CollectionReader;
import si.vpogled.bundle.plan.Cut;
import si.vpogled.connector.extract.CollectionHead;
import si.vpogled.connector.extract.Part;
import si.vpogled.connector.extract.TableWriter;
import si.vpogled.text.Text;
import si.vpogled.text.Texts;

/** Writes a collection anew without the fields that are left out, record by record. */
final class Redaction {
    private static final char BYTE_ORDER_MARK = '\uFEFF';
    private static final Texts TEXTS = Texts.of("bundle");
    private static final Text WITHHELD = TEXTS.text("part.mark");
    /** Stands in a table for a value that is withheld; the bundle's README tells so. */
    private static final String MARK = "[" + WITHHELD.sl() + " / " + WITHHELD.en() + "]";

    private Redaction() {}

    /** @param reader gives nothing of what is left out */
    static void records(CollectionReader reader, OutputStream out) throws IOException {
        DefaultPrettyPrinter lines = new DefaultPrettyPrinter()
                .withObjectIndenter(new DefaultPrettyPrinter.NopIndenter())
                .withArrayIndenter(new DefaultIndenter("", "\n"));
        try (JsonGenerator json = BundleJson.MAPPER.createGenerator(out).setPrettyPrinter(lines)) {
            json.writeStartObject();
            ObjectNode head = reader.rawHead();
            if (!reader.cut().isNothing()) {
                head.set("withheld", BundleJson.MAPPER.valueToTree(withheld(reader.cut())));
            }
            for (Map.Entry<String, JsonNode> field : head.properties()) {
                json.writeFieldName(field.getKey());
                json.writeTree(field.getValue());
            }
            json.writeArrayFieldStart("records");
            for (Optional<ObjectNode> record = reader.next(); record.isPresent(); record = reader.next()) {
                json.writeTree(record.get());
            }
            json.writeEndArray();
            json.writeEndObject();
        }
    }

    /** As {@code collection.schema.json} has it. */
    private record Withheld(Optional<Long> record, Optional<String> field, String ground, Text article, Text reason) {}

    private static List<Withheld> withheld(Cut cut) {
        return cut.parts().stream()
                .map(one -> new Withheld(
                        one.part().record().map(Part.Mark::number),
                        one.part().field(),
                        one.ground(),
                        one.article(),
                        one.reason()))
                .toList();
    }

    /**
     * Writes the table of the records anew.
     *
     * @param reader gives nothing of what is left out
     */
    static void table(CollectionReader reader, OutputStream out) throws IOException {
        List<CollectionHead.Field> fields = reader.head().fields();
        try (TableWriter table = new TableWriter(fields, out)) {
            for (Optional<ObjectNode> record = reader.next(); record.isPresent(); record = reader.next()) {
                Map<String, Object> values = new HashMap<>();
                record.get().properties().forEach(field -> values.put(field.getKey(), value(field.getValue())));
                reader.cut().cells(reader.number()).keySet().forEach(field -> values.put(field, MARK));
                table.write(values);
            }
        }
    }

    private static Object value(JsonNode value) {
        if (value.isBoolean()) {
            return value.booleanValue();
        }
        return value.isIntegralNumber() ? value.bigIntegerValue() : value.asText();
    }

    /**
     * @param leftOut names of the columns that go
     * @throws UncheckedIOException where the table cannot be read
     * @throws IOException where it cannot be written
     */
    static void table(InputStream table, Set<String> leftOut, OutputStream out) throws IOException {
        BufferedReader reader = new BufferedReader(new InputStreamReader(table, StandardCharsets.UTF_8));
        reader.mark(1);
        if (reader.read() != BYTE_ORDER_MARK) {
            reader.reset();
        }
        Writer writer = new OutputStreamWriter(out, StandardCharsets.UTF_8);
        writer.write(BYTE_ORDER_MARK);
        try (CSVParser rows = CSVParser.parse(reader, CSVFormat.RFC4180);
                CSVPrinter printer = new CSVPrinter(writer, CSVFormat.RFC4180)) {
            List<Integer> columns = new ArrayList<>();
            for (CSVRecord row : rows) {
                if (row.getRecordNumber() == 1) {
                    columns.addAll(kept(row, leftOut));
                }
                for (int column : columns) {
                    printer.print(column < row.size() ? row.get(column) : "");
                }
                printer.println();
            }
        }
    }

    private static List<Integer> kept(CSVRecord header, Set<String> leftOut) {
        List<Integer> columns = new ArrayList<>();
        int found = 0;
        for (int column = 0; column < header.size(); column++) {
            if (leftOut.contains(header.get(column))) {
                found++;
            } else {
                columns.add(column);
            }
        }
        if (found != leftOut.size()) {
            throw new UncheckedIOException(
                    new IOException("A table lacks columns of its records, so nothing can be left out of it"));
        }
        return columns;
    }
}
