package si.vpogled.erasure;

import java.util.List;
import java.util.stream.Stream;
import si.vpogled.inventory.Inventory;
import si.vpogled.inventory.Item;
import si.vpogled.law.ErasureVerdict;
import si.vpogled.subject.Identifier;

/** Whoever got what goes, or holds it on their own account (GDPR Art. 19). */
record Recipients(Inventory inventory) {
    List<String> names(List<PlanLine> lines) {
        return lines.stream()
                .flatMap(this::of)
                .map(Item.Recipient::name)
                .distinct()
                .sorted()
                .toList();
    }

    Stream<Item.Recipient> of(PlanLine line) {
        return line.items().stream()
                .filter(item -> item.goes() || item.verdict() instanceof ErasureVerdict.NotifyThirdParty)
                .flatMap(item -> inventory.item(item.item()).stream())
                .flatMap(item -> item.recipients().stream())
                .filter(recipient -> gets(recipient, line.group().identifier()));
    }

    /** A registry gets what is of the domains that it keeps. */
    private static boolean gets(Item.Recipient recipient, Identifier identifier) {
        return recipient.domains().isEmpty()
                || !(identifier instanceof Identifier.DomainName)
                || recipient.keeps(identifier.value());
    }
}
