package si.vpogled.bundle.completeness;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import si.vpogled.bundle.completeness.Completeness.ItemVerdict;
import si.vpogled.bundle.plan.BundlePlan;
import si.vpogled.connector.FaultKind;
import si.vpogled.inventory.Inventory;
import si.vpogled.inventory.Item;
import si.vpogled.inventory.ItemId;
import si.vpogled.text.Language;
import si.vpogled.text.Text;

/**
 * {@code completeness.json}, {@code completeness.schema.json}: every item in scope and its verdict.
 *
 * @param complete whether every system answered that could know of anything in scope, and no account was left out
 * @param openAccounts at which nobody looked, because what leads to them proves nothing yet
 * @param items all of them, each once
 * @param remarks what was found and is not in the bundle, or not as it was
 * @param emptyCells cells of the inventory in scope that have no items, and why
 * @param schemas every JSON file but the customers' own, and the schema that it follows
 * @param about payload that belongs to no item: the report, the information, the schemas; a path that ends with a slash
 *     stands for all below it
 */
@JsonPropertyOrder({"$schema", "version"})
public record CompletenessDocument(
        int version,
        String reference,
        String right,
        Language language,
        Instant received,
        Instant created,
        int number,
        Optional<Integer> supplementTo,
        String inventoryVersion,
        List<String> services,
        boolean complete,
        Optional<BundlePlan.Partial> partial,
        Optional<OpenAccounts> openAccounts,
        Summary summary,
        List<Line> items,
        List<Completeness.Remark> remarks,
        List<EmptyCell> emptyCells,
        List<SchemaOf> schemas,
        List<String> about) {
    private static final List<String> ABOUT = List.of(
            "completeness.json",
            "index.html",
            "information.html",
            "information.json",
            "information.pdf",
            "report/",
            "schemas/");

    @JsonProperty("$schema")
    public String schema() {
        return "schemas/completeness.schema.json";
    }

    /** @param verdicts how many items have each verdict */
    public record Summary(int items, Map<String, Integer> verdicts) {}

    public record EmptyCell(String service, String row, Text note) {}

    /**
     * What is left out of an item that is delivered in part.
     *
     * @param place under {@code data/}: a collection, or a folder of files
     * @param records of which something is left out, or files
     * @param fields that are left out of them; absent where the records or files themselves are
     */
    public record Part(
            String place, long records, Optional<List<String>> fields, String ground, Text article, Text reason) {
        static Part of(PartLeftOut part) {
            return new Part(
                    part.place(),
                    part.records(),
                    Optional.of(part.fields()).filter(fields -> !fields.isEmpty()),
                    part.ground(),
                    part.article(),
                    part.reason());
        }
    }

    /** One item; what a verdict does not have is left out. */
    public record Line(
            ItemId item,
            Text label,
            String source,
            String verdict,
            Text reason,
            Optional<Text> article,
            Optional<Item.Access> how,
            Optional<Long> records,
            Optional<List<String>> files,
            Optional<List<Verdict.Folder>> folders,
            Optional<LocalDate> keptUntil,
            Optional<List<Part>> withheld,
            Optional<Boolean> searched,
            Optional<Boolean> found,
            Optional<String> ground,
            Optional<LocalDate> until,
            Optional<String> system,
            Optional<FaultKind> fault,
            Optional<Instant> since,
            Optional<LocalDate> settledFrom) {
        static Line of(ItemVerdict line) {
            Verdict verdict = line.verdict();
            Optional<Verdict.Delivered> delivered = as(verdict, Verdict.Delivered.class);
            Optional<Verdict.Unreachable> unreachable = as(verdict, Verdict.Unreachable.class);
            Optional<BundlePlan.Gap> silent = silent(verdict);
            return new Line(
                    line.item().id(),
                    line.item().label(),
                    line.item().connector(),
                    verdict.kind(),
                    verdict.reason(),
                    verdict.article(),
                    delivered.map(Verdict.Delivered::how),
                    delivered.map(Verdict.Delivered::records),
                    delivered
                            .map(Verdict.Delivered::files)
                            .or(() ->
                                    unreachable.map(Verdict.Unreachable::files).filter(files -> !files.isEmpty())),
                    delivered
                            .map(Verdict.Delivered::folders)
                            .or(() -> unreachable
                                    .map(Verdict.Unreachable::folders)
                                    .filter(folders -> !folders.isEmpty())),
                    delivered.flatMap(Verdict.Delivered::keptUntil),
                    delivered
                            .map(one -> one.withheld().stream().map(Part::of).toList())
                            .filter(parts -> !parts.isEmpty()),
                    as(verdict, Verdict.NoneHeld.class).map(Verdict.NoneHeld::searched),
                    as(verdict, Verdict.Withheld.class).map(_ -> line.found()),
                    as(verdict, Verdict.Withheld.class).map(Verdict.Withheld::ground),
                    as(verdict, Verdict.KeptByLaw.class).map(Verdict.KeptByLaw::until),
                    silent.map(BundlePlan.Gap::connector),
                    silent.map(gap -> gap.fault().kind()),
                    silent.map(BundlePlan.Gap::since),
                    delivered.flatMap(Verdict.Delivered::settledFrom));
        }

        private static Optional<BundlePlan.Gap> silent(Verdict verdict) {
            return switch (verdict) {
                case Verdict.Unreachable unreachable -> Optional.of(unreachable.silent());
                case Verdict.Delivered delivered -> delivered.silent();
                case Verdict.NoneHeld _,
                        Verdict.Withheld _,
                        Verdict.KeptByLaw _,
                        Verdict.ReferToController _,
                        Verdict.OutsideRight _ -> Optional.empty();
            };
        }

        private static <T extends Verdict> Optional<T> as(Verdict verdict, Class<T> kind) {
            return Optional.of(verdict).filter(kind::isInstance).map(kind::cast);
        }
    }

    public static CompletenessDocument of(
            Inventory inventory, BundlePlan plan, Completeness completeness, List<SchemaOf> schemas) {
        Map<String, Integer> counts = completeness.counts();
        return new CompletenessDocument(
                1,
                plan.reference(),
                plan.right(),
                plan.language(),
                plan.received(),
                plan.created(),
                plan.number(),
                plan.supplementTo(),
                inventory.version(),
                inventory.services().stream()
                        .map(Inventory.ServiceColumn::id)
                        .filter(plan.services()::contains)
                        .toList(),
                completeness.complete(),
                plan.partial().filter(_ -> !completeness.complete()),
                completeness.open(),
                new Summary(completeness.items().size(), counts),
                completeness.items().stream().map(Line::of).toList(),
                completeness.remarks(),
                inventory.cells().stream()
                        .filter(cell -> plan.services().contains(cell.service())
                                && cell.items().isEmpty())
                        .map(cell -> new EmptyCell(cell.service(), cell.row(), cell.note()))
                        .toList(),
                schemas,
                ABOUT);
    }
}
