package si.vpogled.connector.extract;

import java.io.BufferedWriter;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;

/**
 * Records as CSV (RFC 4180) in UTF-8, with the mark by which spreadsheets know it. Cells that would start a formula are
 * neutralised.
 */
public final class TableWriter implements Closeable {
    private static final char BYTE_ORDER_MARK = '\uFEFF';
    private static final int BUFFER = 1 << 13;
    private final List<CollectionHead.Field> fields;
    private final CSVPrinter printer;

    /**
     * Writes the names of the columns.
     *
     * @param fields a column for each, in their order
     * @param out closed together with this
     */
    public TableWriter(List<CollectionHead.Field> fields, OutputStream out) throws IOException {
        this.fields = fields;
        // cells are short, and an encoder asked for each of them takes most of the time
        Writer writer = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8), BUFFER);
        writer.write(BYTE_ORDER_MARK);
        printer = new CSVPrinter(writer, CSVFormat.RFC4180);
        printer.printRecord(fields.stream().map(CollectionHead.Field::name));
    }

    /**
     * Writes a row.
     *
     * @param values by the fields' names; a field without one is an empty cell
     */
    public void write(Map<String, Object> values) throws IOException {
        for (CollectionHead.Field field : fields) {
            Object value = values.get(field.name());
            printer.print(value instanceof String text ? CsvCell.of(text) : value);
        }
        printer.println();
    }

    @Override
    public void close() throws IOException {
        printer.close();
    }
}
