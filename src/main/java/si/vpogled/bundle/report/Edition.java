package si.vpogled.bundle.report;

import io.quarkus.qute.RawString;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import si.vpogled.bundle.completeness.Completeness;
import si.vpogled.bundle.plan.BundlePlan;
import si.vpogled.connector.extract.Entry;
import si.vpogled.inventory.Inventory;
import si.vpogled.text.Language;
import si.vpogled.text.Text;

/**
 * The report in one language: what every page of it needs.
 *
 * @param words of this language
 */
record Edition(
        Pages pages, Inventory inventory, BundlePlan plan, Completeness completeness, Messages words, Formats formats) {
    Edition(Pages pages, Inventory inventory, BundlePlan plan, Completeness completeness, Language language) {
        this(pages, inventory, plan, completeness, new Messages(language), new Formats(language));
    }

    Language language() {
        return words.language();
    }

    Places places() {
        return new Places(plan.language());
    }

    String in(Text text) {
        return text.in(language());
    }

    /** A remark and how often it holds: {@code Files: links that were not followed (3)}. */
    String line(Completeness.Remark remark) {
        return in(remark.text()) + " (" + words().number(remark.count()) + ")";
    }

    /** Said in place of what is withheld. */
    String withheld(Text article, Text reason) {
        return words().text("withheldHere") + " (" + in(article) + "): " + in(reason);
    }

    /** What is left out of a collection, and why. */
    List<String> withheld(Collected collection) {
        return collection.withheld().stream()
                .map(part -> in(part.text()) + " (" + words().number(part.records()) + ")")
                .toList();
    }

    /** How long a collection's records are kept; empty where nothing is said of it. */
    String retention(Collected collection) {
        String rule = collection.retention().map(this::in).orElse("");
        return collection
                .records()
                .flatMap(Entry::keptUntil)
                .map(day -> rule + "; " + words().text("keptUntil") + " "
                        + formats().day(day))
                .orElse(rule);
    }

    String title() {
        return words.text(
                switch (plan.right()) {
                    case "portability" -> "titlePortability";
                    case "erasure" -> "titleErasure";
                    default -> "titleAccess";
                });
    }

    boolean ofPortability() {
        return plan.right().equals("portability");
    }

    String informationTitle() {
        return words.text(ofPortability() ? "informationTitlePortability" : "informationTitle");
    }

    /** Services in scope, in the order of the inventory. */
    List<Inventory.ServiceColumn> services() {
        return inventory.services().stream()
                .filter(service -> plan.services().contains(service.id()))
                .toList();
    }

    /**
     * @param template without its ending
     * @param path of this page
     * @param other the same page in the other language; empty where the other language is on the same page
     * @param page what the template shows
     */
    String render(String template, String path, String other, String title, Object page) {
        Map<String, Object> data = new HashMap<>();
        data.put("t", words.all());
        data.put("frame", frame(path, other, title, template.equals("search")));
        data.put("page", page);
        return pages.render(template, data);
    }

    Language otherLanguage() {
        return language() == Language.SL ? Language.EN : Language.SL;
    }

    private Frame frame(String path, String other, String title, boolean withScript) {
        List<Frame.Link> links = new ArrayList<>();
        links.add(link(words.text("summary"), path, places().summary(language())));
        services()
                .forEach(service ->
                        links.add(link(in(service.name()), path, places().service(language(), service.id()))));
        links.add(link(
                words.text(ofPortability() ? "informationShortPortability" : "informationShort"),
                path,
                "information.html"));
        links.add(link(words.text("search"), path, places().search(language())));
        return new Frame(
                language().tag(),
                title,
                inventory.provider().name(),
                plan.reference(),
                new RawString(pages.css()),
                pages.policy(withScript),
                otherLanguage().tag(),
                other.isEmpty() ? "#" + otherLanguage().tag() : Places.href(path, other),
                links);
    }

    private static Frame.Link link(String label, String from, String to) {
        return new Frame.Link(label, Places.href(from, to), from.equals(to));
    }
}
