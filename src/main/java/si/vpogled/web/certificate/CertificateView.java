package si.vpogled.web.certificate;

import java.util.List;
import java.util.stream.Collectors;
import si.vpogled.collection.Connectors;
import si.vpogled.connector.PlannedGroup.Way;
import si.vpogled.connector.definition.ConnectorDefinition.CollectionDefinition;
import si.vpogled.erasure.Certificate;
import si.vpogled.inventory.Inventory;
import si.vpogled.inventory.ItemId;
import si.vpogled.law.Remedies;
import si.vpogled.text.Text;
import si.vpogled.web.page.Page;

/** The certificate of an erasure as people read it. */
public record CertificateView(
        Page page, ProofMessages messages, Certificate certificate, Connectors connectors, Inventory inventory) {
    /** Something that was erased. */
    public record Gone(String what, String items, long records, String proved) {}

    /** Something that stays. */
    public record Kept(String what, String item, Text text, Text article, String reason) {}

    public String at() {
        return page.time(certificate.made());
    }

    public List<Gone> erased() {
        return certificate.erased().stream()
                .map(gone -> new Gone(
                        what(gone.connector(), gone.collection(), gone.service(), gone.period())
                                + (gone.way() == Way.ANONYMISE ? ": " + messages.anonymised() : ""),
                        gone.items().stream().map(this::label).collect(Collectors.joining(", ")),
                        gone.records(),
                        page.time(gone.proved())))
                .toList();
    }

    public List<Kept> kept() {
        return certificate.kept().stream()
                .map(kept -> new Kept(
                        what(kept.connector(), kept.collection(), kept.service(), kept.period()),
                        label(kept.item()),
                        kept.text(),
                        kept.article(),
                        kept.reason().orElse("")))
                .toList();
    }

    public Text complaint() {
        return Remedies.COMPLAINT;
    }

    public Text court() {
        return Remedies.COURT;
    }

    private String label(ItemId id) {
        return inventory.item(id).map(item -> page.text(item.label())).orElse(id.name());
    }

    private String what(String connector, String collection, String service, String period) {
        String title = connectors.named(connector).stream()
                .flatMap(definition -> definition.collections().stream())
                .filter(one -> one.id().equals(collection))
                .map(CollectionDefinition::title)
                .map(page::text)
                .findFirst()
                .orElse(collection);
        String of = page.text(inventory.service(service).name());
        return switch (period) {
            case "all" -> title + ", " + of;
            case "undated" -> title + ", " + of + ", " + messages.undated();
            default -> title + ", " + of + ", " + messages.ofYear(period);
        };
    }
}
