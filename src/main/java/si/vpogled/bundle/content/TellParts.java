package si.vpogled.bundle.content;

import java.util.List;
import java.util.Optional;
import si.vpogled.bundle.completeness.Carriers;
import si.vpogled.bundle.completeness.PartLeftOut;
import si.vpogled.bundle.completeness.Scope;
import si.vpogled.bundle.plan.BundlePlan;
import si.vpogled.bundle.plan.Cut;
import si.vpogled.connector.extract.CollectionHead;
import si.vpogled.connector.extract.Entry;
import si.vpogled.connector.extract.Part;
import si.vpogled.inventory.ItemId;
import si.vpogled.text.Text;
import si.vpogled.text.Texts;

/** Puts what is withheld of an entry into words that give nothing of it away. */
final class TellParts {
    private static final Texts TEXTS = Texts.of("bundle");

    private final String connector;
    private final Entry entry;
    private final Optional<CollectionHead> head;
    private final Text title;
    private final List<ItemId> items;

    /** @param head of a collection */
    TellParts(String connector, Entry entry, Optional<CollectionHead> head, Text title, Scope scope) {
        this.connector = connector;
        this.entry = entry;
        this.head = head;
        this.title = title;
        this.items = entry.items().stream().filter(scope::handsOut).toList();
    }

    List<PartLeftOut> of(Cut cut) {
        // where nothing is left of the entry, that alone is told
        return cut.whole()
                .map(withheld -> List.of(told(withheld, new Part(entry.name(), Optional.empty(), Optional.empty()))))
                .orElseGet(() -> cut.parts().stream()
                        .map(withheld -> told(withheld, withheld.part()))
                        .toList());
    }

    private PartLeftOut told(BundlePlan.WithheldPart withheld, Part part) {
        Text article = withheld.article();
        Text reason = withheld.reason();
        return new PartLeftOut(
                connector,
                head.isPresent() ? Cut.name(entry) : Carriers.folder(entry),
                count(part),
                part.field().stream().toList(),
                part.field().flatMap(this::itemOf).map(List::of).orElse(items),
                withheld.ground(),
                article,
                reason,
                TEXTS.text("part.told", title, what(part), article, reason));
    }

    private long count(Part part) {
        return switch (part.extent()) {
            case RECORD, CELL -> 1;
            case ENTRY, COLUMN -> head.isPresent() ? entry.records() : 1;
        };
    }

    private Text what(Part part) {
        return switch (part.extent()) {
            case ENTRY -> head.isPresent() ? TEXTS.text("part.whole") : TEXTS.text("part.files");
            case RECORD -> TEXTS.text("part.record");
            case COLUMN -> TEXTS.text("part.column", label(part));
            case CELL -> TEXTS.text("part.cell", label(part));
        };
    }

    private Text label(Part part) {
        String name = part.field().orElseThrow();
        return field(name).map(CollectionHead.Field::label).orElseGet(() -> Text.same(name));
    }

    private Optional<ItemId> itemOf(String field) {
        return field(field).flatMap(CollectionHead.Field::item).filter(items::contains);
    }

    private Optional<CollectionHead.Field> field(String name) {
        return head.stream()
                .flatMap(one -> one.fields().stream())
                .filter(field -> field.name().equals(name))
                .findFirst();
    }
}
