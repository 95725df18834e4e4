package si.vpogled.bundle.report;

import io.quarkus.qute.RawString;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import si.vpogled.bundle.completeness.Completeness;
import si.vpogled.bundle.plan.BundlePlan;
import si.vpogled.inventory.Inventory;
import si.vpogled.text.Language;

/** All pages of one bundle, in both languages. */
public final class Report {
    private final Pages pages;
    private final Inventory inventory;
    private final BundlePlan plan;
    private final Completeness completeness;
    private final List<Collected> collections;

    /** @param collections in the order in which they are shown */
    public Report(
            Pages pages, Inventory inventory, BundlePlan plan, Completeness completeness, List<Collected> collections) {
        this.pages = pages;
        this.inventory = inventory;
        this.plan = plan;
        this.completeness = completeness;
        this.collections = List.copyOf(collections);
    }

    public void write(CollectedRecords records, PageSink sink) throws IOException {
        for (Language language : Language.values()) {
            write(new Edition(pages, inventory, plan, completeness, language), records, sink);
        }
    }

    /**
     * One page, as {@link #write} gives it. Not to be asked for the search, which is made of all others.
     *
     * @param path under {@code data/}
     * @return empty where the report has no such page
     */
    public Optional<ReportPage> page(String path, CollectedRecords records) throws IOException {
        OnePage page = new OnePage(path);
        for (Language language : Language.values()) {
            Edition edition = new Edition(pages, inventory, plan, completeness, language);
            if (page.isIn(edition.places(), language)) {
                write(edition, records, page);
            }
        }
        return page.taken();
    }

    /** The information's page, framed like the others, in the subject's language with the other below. */
    public byte[] information(Object model) {
        Edition edition = new Edition(pages, inventory, plan, completeness, plan.language());
        return Html.bytes(edition.render("information", "information.html", "", edition.informationTitle(), model));
    }

    private void write(Edition edition, CollectedRecords records, PageSink sink) throws IOException {
        SearchIndex index = new SearchIndex(edition, sink);
        new SummaryPage(edition).write(sink, index);
        ServicePage service = new ServicePage(edition, collections);
        for (Inventory.ServiceColumn column : edition.services()) {
            if (!sink.isFull()) {
                service.write(column, sink, index);
            }
        }
        for (Collected collection : collections) {
            if (sink.isFull() || !sink.wantsAny(edition.places().pages(edition.language(), collection))) {
                continue;
            }
            if (collection.records().isPresent()) {
                new RecordPages(edition, collection, sink, index).write(records);
            } else {
                new FilePages(edition, collection).write(sink, index);
            }
        }
        if (sink.wants(edition.places().search(edition.language()))) {
            search(edition, index, sink);
        }
    }

    private void search(Edition edition, SearchIndex index, PageSink sink) throws IOException {
        String path = edition.places().search(edition.language());
        String first = index.finish();
        Map<String, Object> model = Map.of(
                "index",
                new RawString(first),
                "parts",
                index.parts(),
                "shortened",
                index.isShortened(),
                "script",
                new RawString(pages.script()));
        String other = edition.places().search(edition.otherLanguage());
        sink.page(
                path,
                Html.bytes(edition.render("search", path, other, edition.words().text("search"), model)));
    }
}
