package si.vpogled.web.console;

import io.quarkus.narayana.jta.QuarkusTransaction;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import si.vpogled.collection.Run;
import si.vpogled.collection.Runs;
import si.vpogled.connector.extract.CsvCell;
import si.vpogled.law.TimeLimit;
import si.vpogled.request.ExportRequests;
import si.vpogled.web.page.Page;
import si.vpogled.web.words.StateWords;

/** Writes cases as CSV (RFC 4180) in UTF-8, with the mark by which spreadsheets know it; no cell is a formula. */
final class QueueTable implements ExportRequests.Sink {
    private static final char BYTE_ORDER_MARK = '\uFEFF';
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm");
    private static final List<String> ANSWERED = List.of("ready", "remaining", "closed");

    private final Page page;
    private final QueueMessages messages;
    private final LocalDate today;
    private final Runs runs;
    private final CSVPrinter printer;

    QueueTable(OutputStream out, Page page, LocalDate today, Runs runs) throws IOException {
        this.runs = runs;
        this.page = page;
        this.messages = page.messages(QueueMessages.class);
        this.today = today;
        BufferedWriter writer = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8));
        writer.write(BYTE_ORDER_MARK);
        printer = new CSVPrinter(writer, CSVFormat.RFC4180);
        printer.printRecord(
                messages.reference(),
                messages.state(),
                messages.right(),
                messages.customer(),
                messages.email(),
                messages.received(),
                messages.due(),
                messages.left(),
                messages.assignee(),
                messages.progress());
    }

    @Override
    public void take(List<ExportRequests.Row> rows) throws IOException {
        List<UUID> shown = rows.stream().map(ExportRequests.Row::id).toList();
        // by itself, so that what one batch reads is gone with it
        Map<UUID, List<Run>> working = QuarkusTransaction.requiringNew().call(() -> runs.of(shown));
        for (ExportRequests.Row row : rows) {
            printer.printRecord(
                    row.reference(),
                    page.text(StateWords.label(row.state())),
                    messages.rightName(row.right()),
                    CsvCell.of(row.name()),
                    CsvCell.of(row.email()),
                    TIME.format(ZonedDateTime.ofInstant(row.receivedAt(), TimeLimit.ZONE)),
                    row.dueOn(),
                    ANSWERED.contains(row.state()) ? "" : ChronoUnit.DAYS.between(today, row.dueOn()),
                    CsvCell.of(row.assignee().orElse("")),
                    progress(working.getOrDefault(row.id(), List.of())));
        }
        printer.flush();
    }

    private String progress(List<Run> working) {
        return QueueRows.progress(page, working)
                .map(done -> Stream.of(done.words(), done.failed())
                        .filter(words -> !words.isEmpty())
                        .collect(Collectors.joining(", ")))
                .orElse("");
    }

    /** Never closed: what breaks off is to look broken off. */
    void finish() throws IOException {
        printer.flush();
    }
}
