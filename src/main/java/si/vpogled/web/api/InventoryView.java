package si.vpogled.web.api;

import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import si.vpogled.inventory.Inventory;
import si.vpogled.inventory.Item;
import si.vpogled.text.Text;

/** The whole data inventory, in both languages. */
@Schema(name = "Inventory", description = "The data inventory: services by rows, with every data item of every cell.")
record InventoryView(
        @Schema(description = "The provider's version of the inventory.", examples = "2026-04")
        String version,

        Provider provider,
        List<Column> services,
        List<Row> rows,
        List<Cell> cells,

        @Schema(
                description =
                        "What GDPR Art. 15(1)(h) asks; absent where no decision rests on automated processing alone.")
        Optional<Text> automatedDecisions) {
    @Schema(name = "Provider", description = "The controller, and how to reach its data protection officer.")
    record Provider(String name, String address, String email, String dpo, Text jurisdiction) {}

    @Schema(name = "InventoryService", description = "A column of the table.")
    record Column(@Schema(examples = "shared-hosting") String id, Text name, Text description) {}

    @Schema(name = "InventoryRow", description = "A row of the table.")
    record Row(@Schema(examples = "user-data") String id, Text name, Text purpose) {}

    @Schema(name = "InventoryCell", description = "One service by one row.")
    record Cell(String service, String row, Text note, List<DataItem> items) {}

    @Schema(name = "DataItem", description = "One data item, with what GDPR Art. 15(1) wants told of it.")
    record DataItem(
            @Schema(examples = "shared-hosting.user-data.files")
            String id,

            Text label,
            Text explanation,

            @Schema(description = "Data category in the fideslang taxonomy.", examples = "user.content")
            String category,

            @Schema(description = "Term of the W3C Data Privacy Vocabulary.", examples = "pd:EmailAddress")
            String dpv,

            @Schema(
                    description = "Given by the subject, observed of them, or derived.",
                    type = SchemaType.STRING,
                    enumeration = {"provided", "observed", "derived"})
            Item.Origin origin,

            @Schema(
                    description = "The provider's own role for this item (GDPR Art. 4(7), (8)).",
                    type = SchemaType.STRING,
                    enumeration = {"controller", "processor"})
            Item.Role role,

            LegalBasis legalBasis,
            Retention retention,
            List<Recipient> recipients,
            @Schema(implementation = Text.class) Optional<Text> condition,

            @Schema(
                    type = SchemaType.STRING,
                    enumeration = {"copy", "held-only", "listing"})
            Item.Access access,

            @Schema(
                    type = SchemaType.STRING,
                    enumeration = {"included", "outside-right"})
            Item.Portability portability,

            @Schema(
                    type = SchemaType.STRING,
                    enumeration = {"erase", "anonymise", "keep-by-law", "with-contract", "rotation"})
            Item.Erasure erasure,

            @Schema(description = "A password, key or code: told to be held, never handed out.")
            boolean secret,

            @Schema(description = "Hosted content: takes a second proof of identity.")
            boolean content) {}

    @Schema(name = "LegalBasis", description = "GDPR Art. 6(1), by its letter, and the statute where there is one.")
    record LegalBasis(@Schema(examples = "b") String article, Optional<Text> statute) {}

    @Schema(name = "Retention", description = "How long an item is kept.")
    record Retention(@Schema(examples = "zddv-1-86") String rule, Optional<Integer> days, Text text) {}

    @Schema(name = "Recipient", description = "Who else gets an item (GDPR Art. 15(1)(c)).")
    record Recipient(
            String name,
            String address,
            @Schema(examples = "SI") String country,
            Text purpose,

            @Schema(description = "Outside the European Economic Area, what protects the data there (GDPR Art. 15(2)).")
            Optional<Text> safeguard) {}

    static InventoryView of(Inventory inventory) {
        Inventory.Provider provider = inventory.provider();
        return new InventoryView(
                inventory.version(),
                new Provider(
                        provider.name(), provider.address(), provider.email(), provider.dpo(), provider.jurisdiction()),
                inventory.services().stream()
                        .map(service -> new Column(service.id(), service.name(), service.description()))
                        .toList(),
                inventory.rows().stream()
                        .map(row -> new Row(row.id(), row.name(), row.purpose()))
                        .toList(),
                inventory.cells().stream().map(InventoryView::cell).toList(),
                inventory.automatedDecisions());
    }

    private static Cell cell(Inventory.Cell cell) {
        return new Cell(
                cell.service(),
                cell.row(),
                cell.note(),
                cell.items().stream().map(InventoryView::item).toList());
    }

    private static DataItem item(Item item) {
        return new DataItem(
                item.id().toString(),
                item.label(),
                item.explanation(),
                item.fideslang(),
                item.dpv(),
                item.origin(),
                item.role(),
                new LegalBasis(item.legalBasis().article(), item.legalBasis().statute()),
                new Retention(
                        item.retention().rule().key(),
                        item.retention().days(),
                        item.retention().text()),
                item.recipients().stream()
                        .map(recipient -> new Recipient(
                                recipient.name(),
                                recipient.address(),
                                recipient.country(),
                                recipient.purpose(),
                                recipient.safeguard()))
                        .toList(),
                item.condition(),
                item.access(),
                item.portability(),
                item.erasure(),
                item.secret(),
                item.content());
    }
}
