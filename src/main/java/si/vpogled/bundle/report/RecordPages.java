package si.vpogled.bundle.report;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import si.vpogled.bundle.json.CollectionReader;
import si.vpogled.bundle.plan.BundlePlan;
import si.vpogled.bundle.plan.Cut;
import si.vpogled.connector.definition.ConnectorDefinition.FieldType;
import si.vpogled.connector.extract.CollectionHead;
import si.vpogled.connector.extract.CollectionHead.Field;

/** The records of one collection, page after page. */
public final class RecordPages {
    static final int PER_PAGE = 250;
    private static final int LONGEST_VALUE = 2_000;

    private final Edition edition;
    private final Collected collection;
    private final PageSink sink;
    private final SearchIndex index;
    private final List<Row> rows = new ArrayList<>();
    private CollectionHead head;
    private long number;

    RecordPages(Edition edition, Collected collection, PageSink sink, SearchIndex index) {
        this.edition = edition;
        this.collection = collection;
        this.sink = sink;
        this.index = index;
    }

    public record Cell(String label, String text) {}

    /**
     * @param id its number, as addresses have it
     * @param withheld why the record is not told; empty where it is
     */
    public record Row(String id, String number, List<Cell> cells, String withheld) {}

    /** @param pager empty where there is one page only; templates read it as false */
    public record Model(
            String back,
            List<Frame.Link> files,
            String retention,
            List<String> withheld,
            Object pager,
            String caption,
            List<String> labels,
            List<Row> rows) {}

    void write(CollectedRecords records) throws IOException {
        try (CollectionReader reader = records.open(collection)) {
            head = reader.head();
            for (Optional<ObjectNode> record = reader.next(); record.isPresent(); record = reader.next()) {
                withheldUntil(reader.number(), reader.cut());
                add(row(record.get(), reader));
                if (sink.isFull()) {
                    return;
                }
            }
            withheldUntil(collection.count() + 1, reader.cut());
            page();
        }
    }

    /** Each record that is left out has its row, so that its place is seen, and why it is empty. */
    private void withheldUntil(long next, Cut cut) throws IOException {
        for (Optional<BundlePlan.WithheldPart> one = cut.record(number + 1);
                number + 1 < next && one.isPresent();
                one = cut.record(number + 1)) {
            add(new Row(
                    "r" + (number + 1),
                    edition.words().number(number + 1),
                    List.of(),
                    edition.withheld(one.get().article(), one.get().reason())));
        }
    }

    private void add(Row row) throws IOException {
        if (rows.size() == PER_PAGE) {
            page();
            rows.clear();
        }
        number++;
        rows.add(row);
    }

    private Row row(ObjectNode record, CollectionReader reader) {
        Map<String, BundlePlan.WithheldPart> withheld = reader.cut().cells(reader.number());
        return new Row(
                "r" + reader.number(),
                edition.words().number(reader.number()),
                head.fields().stream()
                        .map(field -> new Cell(
                                edition.in(field.label()),
                                withheld.containsKey(field.name())
                                        ? edition.withheld(
                                                withheld.get(field.name()).article(),
                                                withheld.get(field.name()).reason())
                                        : text(field, record.path(field.name()))))
                        .toList(),
                "");
    }

    private String text(Field field, JsonNode value) {
        if (value.isMissingNode() || value.isNull()) {
            return "";
        }
        if (field.secret()) {
            return edition.words().text("held");
        }
        if (field.type() == FieldType.BOOLEAN && value.isBoolean()) {
            return edition.words().text(value.booleanValue() ? "yes" : "no");
        }
        String text = value.isValueNode() ? value.asText() : value.toString();
        if (text.length() > LONGEST_VALUE) {
            index.noteShortened();
            return text.substring(0, LONGEST_VALUE) + edition.words().text("shortened");
        }
        return edition.formats().value(field.type(), text);
    }

    private void page() throws IOException {
        long lastRecord = number;
        long page = Math.max(1, (lastRecord + PER_PAGE - 1) / PER_PAGE);
        long pages = Math.max(1, (collection.count() + PER_PAGE - 1) / PER_PAGE);
        Places places = edition.places();
        String path = places.collection(edition.language(), collection, page);
        if (!sink.wants(path)) {
            return;
        }
        Model model = new Model(
                Places.href(path, places.service(edition.language(), collection.service())) + "#" + collection.row(),
                Stream.concat(collection.records().stream(), collection.others().stream())
                        .map(entry -> ServicePage.file(entry, path))
                        .toList(),
                edition.retention(collection),
                edition.withheld(collection),
                pages == 1
                        ? false
                        : Pager.of(
                                edition.words(),
                                page,
                                pages,
                                to -> Places.href(path, places.collection(edition.language(), collection, to))),
                edition.words()
                        .text(
                                "recordsCaption",
                                edition.words().number(lastRecord - rows.size() + 1),
                                edition.words().number(lastRecord),
                                edition.words().number(collection.count())),
                head.fields().stream().map(field -> edition.in(field.label())).toList(),
                List.copyOf(rows));
        String title = edition.in(collection.title());
        String other = places.collection(edition.otherLanguage(), collection, page);
        sink.page(path, Html.bytes(edition.render("records", path, other, title, model)));
        String numbered = pages == 1 ? title : title + " (" + model.caption() + ")";
        index.addRecords(
                numbered,
                path,
                lastRecord - rows.size() + 1,
                rows.stream().map(RecordPages::searchText).toList());
    }

    private static String searchText(Row row) {
        return row.cells().stream()
                .map(Cell::text)
                .filter(cell -> !cell.isEmpty())
                .collect(Collectors.joining(" · "));
    }
}
