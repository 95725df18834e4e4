package si.vpogled.web.console;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import si.vpogled.bundle.content.FoundEntry;
import si.vpogled.bundle.content.FoundRecords;
import si.vpogled.bundle.report.Formats;
import si.vpogled.collection.WithheldParts;
import si.vpogled.connector.definition.ConnectorDefinition.FieldType;
import si.vpogled.connector.extract.CollectionHead;
import si.vpogled.connector.extract.Entry;
import si.vpogled.connector.extract.Part;
import si.vpogled.fulfilment.ViewFound;
import si.vpogled.inventory.Item;
import si.vpogled.law.RefusalGround;
import si.vpogled.request.Actor;
import si.vpogled.request.RequestCase;
import si.vpogled.request.Role;
import si.vpogled.request.State;
import si.vpogled.web.page.CountMessages;
import si.vpogled.web.page.Errors;
import si.vpogled.web.page.Page;

/** Puts what was found into words for one page. */
final class TellFound {
    static final int RECORDS = 20;
    static final int ENTRIES = 50;
    static final List<RefusalGround> GROUNDS = RefusalGround.of(RefusalGround.Scope.ENTRY);
    private static final int SHORT = 200;
    private static final int LONG = 20_000;

    private final Page page;
    private final Actor actor;
    private final CollectionWords collections;
    private final FoundMessages messages;
    private final Formats formats;

    TellFound(Page page, Actor actor, CollectionWords collections) {
        this.page = page;
        this.actor = actor;
        this.collections = collections;
        this.messages = page.messages(FoundMessages.class);
        this.formats = new Formats(page.language());
    }

    /** What came back with a form that was wrong. */
    record Sent(String chosen, String reason, Errors errors) {
        static final Sent NOTHING = new Sent("", "", Errors.NONE);
    }

    boolean may(RequestCase request) {
        return request.state() instanceof State.InReview
                && (actor.roles().contains(Role.CLERK) || actor.roles().contains(Role.APPROVER));
    }

    FoundView.ItemView item(ViewFound.ItemLook look, Item item, String service, int after, String reason) {
        String here = base(look.request(), item);
        return new FoundView.ItemView(
                look.request(),
                service,
                item,
                may(look.request()),
                look.withheld(),
                messages.entriesCaption(page.counted(look.total(), messages.unit()), page.size(look.bytes())),
                look.entries().stream()
                        .map(line -> line(line, here, look.parts()))
                        .toList(),
                FoundView.Paging.of(here, after, ENTRIES, look.total()),
                parts(look.request(), look.parts()),
                GROUNDS,
                reason);
    }

    private FoundView.EntryLine line(ViewFound.Line line, String base, List<WithheldParts.WithheldPart> parts) {
        Entry entry = line.entry().entry();
        return new FoundView.EntryLine(
                base + "/entries/" + line.entry().number(),
                title(line.entry(), line.head()),
                content(line.entry()),
                page.size(line.entry().size()),
                parts.stream().anyMatch(part -> part.part().entry().equals(entry.name())));
    }

    private String content(FoundEntry entry) {
        return entry.collection()
                ? page.counted(
                        entry.entry().records(),
                        page.messages(CountMessages.class).records())
                : messages.files();
    }

    private String title(FoundEntry entry, Optional<CollectionHead> head) {
        return head.map(CollectionHead::title)
                .map(page::text)
                .orElseGet(() -> entry.entry().name().split("/", 4)[entry.collection() ? 2 : 3]);
    }

    FoundView.EntryView entry(ViewFound.EntryLook look, Item item, long after, int most, Sent sent) {
        Optional<CollectionHead> head = look.records().map(FoundRecords::head);
        List<CollectionHead.Field> fields = head.map(CollectionHead::fields).orElse(List.of());
        String here = base(look.request(), item) + "/entries/" + look.entry().number();
        List<FoundView.Row> rows = look.records().stream()
                .flatMap(records -> records.records().stream())
                .map(record -> row(record, fields, look.parts(), here))
                .toList();
        long total = look.entry().entry().records();
        return new FoundView.EntryView(
                look.request(),
                item,
                here,
                title(look.entry(), head),
                look.entry().collection(),
                content(look.entry()),
                page.size(look.entry().size()),
                Stream.concat(Stream.of(look.entry().entry()), look.entry().forms().stream())
                        .map(Entry::mediaType)
                        .collect(Collectors.joining(", ")),
                messages.recordsCaption(page.number(after + 1), page.number(after + rows.size()), page.number(total)),
                fields.stream()
                        .map(field -> new FoundView.Cell(page.text(field.label()), "", false))
                        .toList(),
                rows,
                FoundView.Paging.of(here, after, RECORDS, total),
                FilePreview.of(look.beginning()),
                look.beginning().length < look.entry().entry().size() && look.beginning().length == most,
                here + "/picture",
                parts(look.request(), look.parts()),
                form(look, 0, "", entryChoices(fields), sent));
    }

    FoundView.RecordView record(ViewFound.EntryLook look, Item item, FoundRecords.FoundRecord record, Sent sent) {
        CollectionHead head = look.records().orElseThrow().head();
        String place = base(look.request(), item) + "/entries/" + look.entry().number();
        long number = record.mark().number();
        return new FoundView.RecordView(
                look.request(),
                item,
                place,
                page.text(head.title()),
                page.number(number),
                cells(record, head.fields(), look.parts(), LONG),
                new FoundView.Paging(
                        number > 1 ? place + "/records/" + (number - 1) : "",
                        number < look.entry().entry().records() ? place + "/records/" + (number + 1) : ""),
                parts(
                        look.request(),
                        look.parts().stream()
                                .filter(part -> concerns(part.part(), number))
                                .toList()),
                form(look, number, record.mark().print(), recordChoices(head.fields()), sent));
    }

    private FoundView.Form form(
            ViewFound.EntryLook look, long record, String print, List<FoundView.Choice> choices, Sent sent) {
        return new FoundView.Form(
                may(look.request()),
                look.entry().entry().name(),
                record,
                print,
                choices,
                GROUNDS,
                sent.chosen(),
                sent.reason(),
                sent.errors());
    }

    private List<FoundView.Choice> entryChoices(List<CollectionHead.Field> fields) {
        return Stream.concat(
                        Stream.of(new FoundView.Choice("all", messages.whatEntry())),
                        fields.stream()
                                .map(field -> new FoundView.Choice(
                                        "field:" + field.name(), messages.whatColumn(page.text(field.label())))))
                .toList();
    }

    private List<FoundView.Choice> recordChoices(List<CollectionHead.Field> fields) {
        return Stream.concat(
                        Stream.of(new FoundView.Choice("all", messages.whatRecord())),
                        fields.stream()
                                .map(field -> new FoundView.Choice(
                                        "field:" + field.name(), messages.whatCell(page.text(field.label())))))
                .toList();
    }

    private FoundView.Row row(
            FoundRecords.FoundRecord record,
            List<CollectionHead.Field> fields,
            List<WithheldParts.WithheldPart> parts,
            String place) {
        long number = record.mark().number();
        boolean withheld = parts.stream()
                .map(WithheldParts.WithheldPart::part)
                .anyMatch(part -> part.extent() == Part.Extent.RECORD && concerns(part, number));
        return new FoundView.Row(
                page.number(number), place + "/records/" + number, withheld, cells(record, fields, parts, SHORT));
    }

    private List<FoundView.Cell> cells(
            FoundRecords.FoundRecord record,
            List<CollectionHead.Field> fields,
            List<WithheldParts.WithheldPart> parts,
            int longest) {
        long number = record.mark().number();
        return fields.stream()
                .map(field -> new FoundView.Cell(
                        page.text(field.label()),
                        shortened(value(field, record.values().path(field.name())), longest),
                        parts.stream()
                                .map(WithheldParts.WithheldPart::part)
                                .anyMatch(part -> concerns(part, number)
                                        && part.field().stream().anyMatch(field.name()::equals))))
                .toList();
    }

    private static boolean concerns(Part part, long number) {
        return part.record().stream().allMatch(mark -> mark.number() == number);
    }

    private String value(CollectionHead.Field field, JsonNode value) {
        if (value.isMissingNode() || value.isNull()) {
            return "";
        }
        if (field.secret()) {
            return messages.held();
        }
        if (field.type() == FieldType.BOOLEAN && value.isBoolean()) {
            return value.booleanValue() ? messages.yes() : messages.no();
        }
        return formats.value(field.type(), value.isValueNode() ? value.asText() : value.toString());
    }

    /** By whole characters: an emoji is two units of a string, and half of one is none. */
    static String shortened(String text, int longest) {
        return text.codePointCount(0, text.length()) <= longest
                ? text
                : text.substring(0, text.offsetByCodePoints(0, longest)) + "…";
    }

    private List<PartLine> parts(RequestCase request, List<WithheldParts.WithheldPart> parts) {
        return parts.stream()
                .map(part -> PartLine.of(part, List.of(), request.right(), page, collections))
                .toList();
    }

    private static String base(RequestCase request, Item item) {
        return "/console/cases/" + request.reference() + "/items/" + item.id();
    }
}
