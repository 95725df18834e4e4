package si.vpogled.bundle.information;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import si.vpogled.bundle.completeness.Completeness;
import si.vpogled.bundle.completeness.Completeness.ItemVerdict;
import si.vpogled.bundle.completeness.Verdict;
import si.vpogled.bundle.plan.BundlePlan;
import si.vpogled.inventory.Inventory;
import si.vpogled.inventory.Item;
import si.vpogled.inventory.ItemId;
import si.vpogled.law.EconomicArea;
import si.vpogled.text.Text;

/** Draws the information of Art. 15(1)-(2), or of Art. 20, from the inventory, for the items that were found. */
public final class WriteInformation {
    private final Inventory inventory;

    public WriteInformation(Inventory inventory) {
        this.inventory = inventory;
    }

    public Information of(BundlePlan plan, Completeness completeness) {
        boolean portability = plan.right().equals("portability");
        List<Item> held = completeness.held();
        List<Information.RecipientPart> recipients = portability ? List.of() : recipients(held, completeness.domains());
        return new Information(
                1,
                plan.reference(),
                plan.language(),
                plan.created(),
                inventory.version(),
                inventory.provider(),
                purposes(held),
                services(held, completeness),
                recipients,
                portability ? InformationTexts.RIGHTS_BESIDE_PORTABILITY : InformationTexts.RIGHTS,
                InformationTexts.COMPLAINT,
                portability ? Optional.empty() : Optional.of(automatedDecisions()),
                portability ? Optional.empty() : Optional.of(transfers(recipients)),
                portability ? Optional.of(portability(completeness)) : Optional.empty(),
                completeness.items().stream()
                        .filter(line -> line.verdict() instanceof Verdict.Unreachable)
                        .map(ItemVerdict::item)
                        .map(Item::id)
                        .toList(),
                completeness.open());
    }

    private static Information.Portability portability(Completeness completeness) {
        return new Information.Portability(
                InformationTexts.PORTABILITY_SCOPE,
                InformationTexts.PORTABILITY_FORMATS,
                InformationTexts.PORTABILITY_TRANSMISSION,
                completeness.outside().stream()
                        .map(outside -> new Information.Outside(
                                outside.reason(),
                                outside.article(),
                                outside.items().stream().map(Item::id).toList()))
                        .toList());
    }

    private Information.AutomatedDecisions automatedDecisions() {
        return inventory
                .automatedDecisions()
                .map(text -> new Information.AutomatedDecisions(true, text))
                .orElseGet(() -> new Information.AutomatedDecisions(false, InformationTexts.NO_AUTOMATED_DECISIONS));
    }

    private List<Information.Purpose> purposes(List<Item> held) {
        List<Information.Purpose> purposes = new ArrayList<>();
        for (Inventory.ServiceColumn service : inventory.services()) {
            for (Inventory.Row row : inventory.rows()) {
                List<Item> items = held.stream()
                        .filter(item -> item.id().service().equals(service.id())
                                && item.id().row().equals(row.id()))
                        .toList();
                if (!items.isEmpty()) {
                    purposes.add(new Information.Purpose(
                            service.id(),
                            service.name(),
                            row.id(),
                            row.name(),
                            row.purpose(),
                            items.stream()
                                    .map(WriteInformation::basis)
                                    .distinct()
                                    .toList()));
                }
            }
        }
        return purposes;
    }

    private List<Information.ServicePart> services(List<Item> held, Completeness completeness) {
        return inventory.services().stream()
                .map(service -> new Information.ServicePart(
                        service.id(),
                        service.name(),
                        held.stream()
                                .filter(item -> item.id().service().equals(service.id()))
                                .map(item -> category(item, completeness))
                                .toList()))
                .filter(part -> !part.categories().isEmpty())
                .toList();
    }

    private static Information.Category category(Item item, Completeness completeness) {
        return new Information.Category(
                item.id(),
                item.label(),
                item.explanation(),
                item.fideslang(),
                item.dpv(),
                item.origin(),
                InformationTexts.source(item),
                item.role(),
                basis(item),
                item.retention().text(),
                completeness.keptUntil(item),
                recipients(item, completeness.domains())
                        .map(Item.Recipient::name)
                        .toList());
    }

    private static Text basis(Item item) {
        Text article = InformationTexts.article(item.legalBasis().article());
        return item.legalBasis()
                .statute()
                .map(statute -> Text.joined(", ", List.of(article, statute)))
                .orElse(article);
    }

    /** A registry gets nothing of domains that others keep; where none is said to keep any of them, all may be it. */
    private static Stream<Item.Recipient> recipients(Item item, List<String> domains) {
        boolean known = domains.stream()
                .anyMatch(domain -> item.recipients().stream().anyMatch(recipient -> recipient.keeps(domain)));
        return item.recipients().stream()
                .filter(recipient -> !known
                        || recipient.domains().isEmpty()
                        || domains.stream().anyMatch(recipient::keeps));
    }

    private static List<Information.RecipientPart> recipients(List<Item> held, List<String> domains) {
        Map<String, Information.RecipientPart> byName = new LinkedHashMap<>();
        for (Item item : held) {
            recipients(item, domains)
                    .forEach(recipient ->
                            byName.merge(recipient.name(), part(recipient, item.id()), WriteInformation::joined));
        }
        return List.copyOf(byName.values());
    }

    private static Information.RecipientPart part(Item.Recipient recipient, ItemId item) {
        Locale country = Locale.of("", recipient.country());
        return new Information.RecipientPart(
                recipient.name(),
                recipient.address(),
                recipient.country(),
                Text.each(language -> country.getDisplayCountry(language.locale())),
                !EconomicArea.includes(recipient.country()),
                recipient.safeguard(),
                List.of(recipient.purpose()),
                List.of(item));
    }

    private static Information.RecipientPart joined(Information.RecipientPart a, Information.RecipientPart b) {
        return new Information.RecipientPart(
                a.name(),
                a.address(),
                a.country(),
                a.countryName(),
                a.third(),
                a.safeguard(),
                union(a.purposes(), b.purposes()),
                union(a.items(), b.items()));
    }

    private static <T> List<T> union(List<T> a, List<T> b) {
        return Stream.concat(a.stream(), b.stream()).distinct().toList();
    }

    private static Information.Transfers transfers(List<Information.RecipientPart> recipients) {
        List<String> third = recipients.stream()
                .filter(Information.RecipientPart::third)
                .map(Information.RecipientPart::name)
                .toList();
        return new Information.Transfers(
                third, third.isEmpty() ? InformationTexts.NO_TRANSFERS : InformationTexts.TRANSFERS);
    }
}
