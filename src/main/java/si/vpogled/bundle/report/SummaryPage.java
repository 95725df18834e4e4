package si.vpogled.bundle.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import si.vpogled.bundle.completeness.Completeness;
import si.vpogled.bundle.completeness.Completeness.ItemVerdict;
import si.vpogled.bundle.completeness.Verdict;
import si.vpogled.bundle.plan.BundlePlan;
import si.vpogled.inventory.Inventory;
import si.vpogled.inventory.ItemId;
import si.vpogled.law.Remedies;

/** The first page: what was asked, what came of it, and where to read on. */
public final class SummaryPage {
    private final Edition edition;

    SummaryPage(Edition edition) {
        this.edition = edition;
    }

    public record Fact(String label, String text) {}

    public record Count(String kind, String label, String count) {}

    public record Line(String label, String href, List<Cell> cells) {}

    public record Cell(String label, String href, String text) {}

    public record Model(
            List<Fact> facts,
            boolean partial,
            String partialReason,
            String open,
            String remedies,
            String informationTitle,
            boolean transmission,
            List<String> outside,
            String inShort,
            List<Count> verdicts,
            List<String> leftOut,
            List<String> changed,
            List<String> rows,
            List<Line> lines,
            String data) {}

    void write(PageSink sink, SearchIndex index) throws java.io.IOException {
        Places places = edition.places();
        String path = places.summary(edition.language());
        Messages words = edition.words();
        Model model = new Model(
                facts(),
                edition.plan().partial().isPresent(),
                edition.plan()
                        .partial()
                        .map(BundlePlan.Partial::reason)
                        .map(edition::in)
                        .orElse(""),
                edition.completeness()
                        .open()
                        .map(accounts -> edition.in(accounts.told()))
                        .orElse(""),
                remedies(),
                edition.informationTitle(),
                edition.ofPortability(),
                outside(),
                words.text(
                        "inShortText",
                        words.counted("items", edition.completeness().items().size())),
                counts(),
                remarks(true),
                remarks(false),
                edition.inventory().rows().stream()
                        .map(row -> edition.in(row.name()))
                        .toList(),
                edition.services().stream().map(service -> line(service, path)).toList(),
                Places.href(path, ""));
        String other = places.summary(edition.otherLanguage());
        sink.page(path, Html.bytes(edition.render("summary", path, other, edition.title(), model)));
        index.add(edition.title(), path, "", searchText(model));
    }

    /** GDPR Art. 12(4): whoever is refused something is told what to do against it; empty where nothing is. */
    private String remedies() {
        boolean refused = edition.completeness().items().stream().anyMatch(item -> switch (item.verdict()) {
            case Verdict.Withheld _, Verdict.KeptByLaw _, Verdict.OutsideRight _ -> true;
            case Verdict.Delivered delivered ->
                !delivered.withheld().isEmpty() || delivered.settledFrom().isPresent();
            case Verdict.NoneHeld _, Verdict.ReferToController _, Verdict.Unreachable _ -> false;
        });
        boolean leftOut = edition.completeness().remarks().stream().anyMatch(Completeness.Remark::leftOut);
        return refused || leftOut ? edition.in(Remedies.text()) : "";
    }

    private List<Fact> facts() {
        Messages words = edition.words();
        BundlePlan plan = edition.plan();
        List<Fact> facts = new ArrayList<>();
        facts.add(new Fact(words.text("reference"), plan.reference()));
        facts.add(new Fact(words.text("rightLabel"), words.text("right." + plan.right())));
        facts.add(new Fact(words.text("person"), plan.subjectName() + ", " + plan.subjectEmail()));
        facts.add(new Fact(
                words.text("controller"),
                edition.inventory().provider().name() + ", "
                        + edition.inventory().provider().address()));
        facts.add(new Fact(words.text("received"), edition.formats().day(plan.received())));
        facts.add(new Fact(words.text("created"), edition.formats().day(plan.created())));
        facts.add(new Fact(words.text("inventoryVersion"), edition.inventory().version()));
        plan.supplementTo().ifPresent(number -> facts.add(new Fact(words.text("supplement"), number.toString())));
        return facts;
    }

    /** Why something is outside the right, and how many items are. */
    private List<String> outside() {
        return edition.completeness().outside().stream()
                .map(outside -> edition.in(outside.reason()) + " ("
                        + outside.article().map(edition::in).orElse("") + "; "
                        + edition.words().counted("items", outside.items().size()) + ")")
                .toList();
    }

    private List<String> remarks(boolean leftOut) {
        return edition.completeness().remarks().stream()
                .filter(remark -> remark.leftOut() == leftOut)
                .map(remark -> service(remark) + edition.line(remark))
                .toList();
    }

    /** Before a remark that is about one service: others may have collections of the same name. */
    private String service(Completeness.Remark remark) {
        List<String> services =
                remark.items().stream().map(ItemId::service).distinct().toList();
        return edition.services().stream()
                .filter(service -> services.equals(List.of(service.id())))
                .map(service -> edition.in(service.name()) + " – ")
                .findFirst()
                .orElse("");
    }

    private List<Count> counts() {
        return edition.completeness().counts().entrySet().stream()
                .map(count -> new Count(
                        count.getKey(),
                        edition.words().text("verdict." + count.getKey()),
                        edition.words().number(count.getValue())))
                .toList();
    }

    private Line line(Inventory.ServiceColumn service, String path) {
        String href = Places.href(path, edition.places().service(edition.language(), service.id()));
        return new Line(
                edition.in(service.name()),
                href,
                edition.inventory().rows().stream()
                        .map(row -> cell(service, row, href))
                        .toList());
    }

    private Cell cell(Inventory.ServiceColumn service, Inventory.Row row, String href) {
        List<ItemVerdict> items = edition.completeness().cell(service.id(), row.id());
        String text = items.isEmpty()
                ? edition.words().text("none")
                : counts(items).entrySet().stream()
                        .map(count -> edition.words().text("verdict." + count.getKey()) + ": "
                                + edition.words().number(count.getValue()))
                        .collect(Collectors.joining(", "));
        return new Cell(edition.in(row.name()), href + "#" + row.id(), text);
    }

    private static Map<String, Long> counts(List<ItemVerdict> items) {
        return items.stream()
                .collect(Collectors.groupingBy(item -> item.verdict().kind(), TreeMap::new, Collectors.counting()));
    }

    private static String searchText(Model model) {
        return String.join(
                " · ",
                model.facts().stream()
                        .map(fact -> fact.label() + ": " + fact.text())
                        .toList());
    }
}
