package si.vpogled.bundle.report;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import si.vpogled.bundle.completeness.Completeness.ItemVerdict;
import si.vpogled.bundle.completeness.Verdict;
import si.vpogled.connector.extract.Entry;
import si.vpogled.inventory.Inventory;
import si.vpogled.inventory.Item;

/** One service: each row of the inventory, each item of the row with its verdict, and the collections. */
public final class ServicePage {
    private final Edition edition;
    private final List<Collected> collections;

    ServicePage(Edition edition, List<Collected> collections) {
        this.edition = edition;
        this.collections = collections;
    }

    public record Model(String description, List<RowModel> rows) {}

    public record RowModel(
            String id,
            String name,
            String purpose,
            String note,
            List<ItemModel> items,
            List<CollectionModel> collections,
            List<String> leftOut,
            List<String> changed) {}

    public record ItemModel(
            String id,
            String label,
            String explanation,
            String condition,
            String kind,
            String verdict,
            String count,
            String reason,
            String detail,
            List<Frame.Link> links) {}

    public record CollectionModel(String title, String page, String count, String retention, List<Frame.Link> files) {}

    void write(Inventory.ServiceColumn service, PageSink sink, SearchIndex index) throws IOException {
        String path = edition.places().service(edition.language(), service.id());
        Model model = new Model(
                edition.in(service.description()),
                edition.inventory().rows().stream()
                        .map(row -> row(service, row, path))
                        .toList());
        String other = edition.places().service(edition.otherLanguage(), service.id());
        String title = edition.in(service.name());
        sink.page(path, Html.bytes(edition.render("service", path, other, title, model)));
        for (RowModel row : model.rows()) {
            index.add(title + " – " + row.name(), path, "#" + row.id(), searchText(row));
        }
    }

    private RowModel row(Inventory.ServiceColumn service, Inventory.Row row, String path) {
        return new RowModel(
                row.id(),
                edition.in(row.name()),
                edition.in(row.purpose()),
                edition.in(edition.inventory().cell(service.id(), row.id()).note()),
                edition.completeness().cell(service.id(), row.id()).stream()
                        .map(line -> item(line, path))
                        .toList(),
                collections.stream()
                        .filter(collection -> collection.service().equals(service.id())
                                && collection.row().equals(row.id()))
                        .map(collection -> collection(collection, path))
                        .toList(),
                remarks(service, row, true),
                remarks(service, row, false));
    }

    private List<String> remarks(Inventory.ServiceColumn service, Inventory.Row row, boolean leftOut) {
        return edition.completeness().remarks(service.id(), row.id()).stream()
                .filter(remark -> remark.leftOut() == leftOut)
                .map(edition::line)
                .toList();
    }

    private ItemModel item(ItemVerdict line, String path) {
        Item item = line.item();
        Verdict verdict = line.verdict();
        return new ItemModel(
                item.id().row() + "." + item.id().name(),
                edition.in(item.label()),
                edition.in(item.explanation()),
                item.condition().map(edition::in).orElse(""),
                verdict.kind(),
                VerdictWords.label(verdict, edition.words()),
                VerdictWords.count(verdict, edition.words()),
                edition.in(verdict.reason()),
                VerdictWords.detail(verdict, edition.words(), edition.formats()),
                isInBundle(verdict) ? links(item, path) : List.of());
    }

    private static boolean isInBundle(Verdict verdict) {
        return switch (verdict) {
            case Verdict.Delivered _ -> true;
            case Verdict.Unreachable before ->
                !before.files().isEmpty() || !before.folders().isEmpty();
            case Verdict.NoneHeld _,
                    Verdict.Withheld _,
                    Verdict.KeptByLaw _,
                    Verdict.ReferToController _,
                    Verdict.OutsideRight _ -> false;
        };
    }

    private List<Frame.Link> links(Item item, String path) {
        return collections.stream()
                .filter(collection -> collection.items().contains(item.id()))
                .map(collection -> new Frame.Link(edition.in(collection.title()), page(collection, path)))
                .toList();
    }

    private CollectionModel collection(Collected collection, String path) {
        List<Frame.Link> files = new ArrayList<>();
        collection.records().ifPresent(entry -> {
            files.add(file(entry, path));
            collection.others().forEach(other -> files.add(file(other, path)));
        });
        String noun = collection.records().isPresent() ? "records" : "files";
        return new CollectionModel(
                edition.in(collection.title()),
                page(collection, path),
                edition.words().counted(noun, collection.count()),
                edition.retention(collection),
                files);
    }

    private String page(Collected collection, String path) {
        return Places.href(path, edition.places().collection(edition.language(), collection, 1));
    }

    static Frame.Link file(Entry entry, String path) {
        String name = entry.name();
        String ending = name.substring(name.lastIndexOf('.') + 1).toUpperCase(java.util.Locale.ROOT);
        return new Frame.Link(ending, Places.href(path, name));
    }

    private static String searchText(RowModel row) {
        List<String> texts = new ArrayList<>();
        row.items().forEach(item -> texts.add(item.label() + ": " + item.verdict()));
        row.collections().forEach(collection -> texts.add(collection.title()));
        texts.addAll(row.leftOut());
        texts.addAll(row.changed());
        return String.join(" · ", texts);
    }
}
