package si.vpogled.bundle.information;

import io.quarkus.qute.RawString;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import si.vpogled.bundle.report.Formats;
import si.vpogled.bundle.report.Messages;
import si.vpogled.bundle.report.Pages;
import si.vpogled.inventory.Inventory;
import si.vpogled.inventory.Item;
import si.vpogled.letter.pdf.AccessiblePdf;
import si.vpogled.text.Language;

/** The information as PDF, and what the report's page shows: both languages, the subject's first. */
public final class InformationPages {
    private final Pages pages;
    private final Inventory inventory;

    public InformationPages(Pages pages, Inventory inventory) {
        this.pages = pages;
        this.inventory = inventory;
    }

    /** One language of it. */
    public record Part(Language language, Map<String, String> t, String intro, Inventory inventory) {
        public String tag() {
            return language.tag();
        }

        public String role(Item.Role role) {
            return t.get(
                    switch (role) {
                        case CONTROLLER -> "infoRole.controller";
                        case PROCESSOR -> "infoRole.processor";
                    });
        }

        /** How long an item is kept, and of what was found until when. */
        public String retention(Information.Category item) {
            String rule = item.retention().in(language);
            return item.keptUntil()
                    .map(day -> rule + "; " + t.get("keptUntil") + " " + new Formats(language).day(day))
                    .orElse(rule);
        }

        /** What is outside for one reason, each with its service. */
        public String names(Information.Outside outside) {
            return outside.items().stream()
                    .flatMap(id -> inventory.item(id).stream())
                    .collect(Collectors.groupingBy(
                            item -> item.label().in(language),
                            LinkedHashMap::new,
                            Collectors.mapping(
                                    item -> inventory
                                            .service(item.id().service())
                                            .name()
                                            .in(language),
                                    Collectors.joining(", "))))
                    .entrySet()
                    .stream()
                    .map(line -> line.getKey() + " (" + line.getValue() + ")")
                    .collect(Collectors.joining("; ", "", "."));
        }

        /** What a recipient gets, each kind of data named once. */
        public String labels(Information.RecipientPart recipient) {
            return recipient.items().stream()
                    .flatMap(id -> inventory.item(id).stream())
                    .map(item -> item.label().in(language))
                    .distinct()
                    .collect(Collectors.joining(", "));
        }
    }

    /** What the page's template shows. */
    public record Model(List<Part> parts, Information info) {}

    public Model model(Information information) {
        Language first = information.language();
        Language second = first == Language.SL ? Language.EN : Language.SL;
        return new Model(
                Stream.of(first, second)
                        .map(language -> part(information, language))
                        .toList(),
                information);
    }

    public byte[] pdf(Information information) throws IOException {
        Model model = model(information);
        return AccessiblePdf.of(pages.render(
                "information-pdf",
                Map.of(
                        "lang",
                        information.language().tag(),
                        "title",
                        model.parts().getFirst().t().get(title(information)) + " – " + information.reference(),
                        "css",
                        new RawString(Pages.resource("/bundle/information-pdf.css")),
                        "parts",
                        model.parts(),
                        "info",
                        information)));
    }

    private static String title(Information information) {
        return information.portability().isPresent() ? "informationTitlePortability" : "informationTitle";
    }

    private Part part(Information information, Language language) {
        Messages words = new Messages(language);
        return new Part(
                language,
                words.all(),
                words.text("infoIntro", information.reference(), information.inventoryVersion()),
                inventory);
    }
}
