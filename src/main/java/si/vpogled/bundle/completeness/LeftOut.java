package si.vpogled.bundle.completeness;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import si.vpogled.inventory.Item;
import si.vpogled.text.Text;

/**
 * Something that an answer does not hand out, to be told beside the answer: what we hold, what is others' to answer for,
 * and accounts at which nobody looked.
 *
 * @param verdict {@link Verdict#kind()}, which {@code withheld} says of parts too; {@code held-only} for secrets, {@code
 *     left-out} for files left out with them, {@code account-open} for accounts whose proof is open
 * @param service whose it is; empty where it is of several
 * @param what the item, or the files
 * @param ground why, to the subject
 * @param article the provision that it rests on, where there is one
 * @param until the last day on which statute keeps it, where one does
 */
public record LeftOut(
        String verdict, String service, Text what, Text ground, Optional<Text> article, Optional<LocalDate> until) {
    private static final Text NOTHING_MORE = Text.same("");
    private static final String ACCOUNT_OPEN = "account-open";
    private static final String REFERRED = "refer-to-controller";
    private static final String OUTSIDE = "outside-right";

    /** Whether we hold it: nothing else is to be told as if we did. */
    public boolean held() {
        return !open() && !referred() && !outside();
    }

    /** Whether it is what the right does not cover, so that nobody looked for it. */
    public boolean outside() {
        return verdict.equals(OUTSIDE);
    }

    /** Whether it is accounts at which nobody looked. */
    public boolean open() {
        return verdict.equals(ACCOUNT_OPEN);
    }

    /** Whether it is for another controller to say whether there is any. */
    public boolean referred() {
        return verdict.equals(REFERRED);
    }

    /** All of an answer, in the order of the inventory. */
    public static List<LeftOut> of(Completeness completeness) {
        List<PartLeftOut> parts = parts(completeness);
        Set<Text> told = parts.stream().map(PartLeftOut::text).collect(Collectors.toSet());
        return Stream.of(
                        completeness.open().stream().map(LeftOut::of),
                        completeness.items().stream().flatMap(line -> of(line).stream()),
                        parts.stream().map(LeftOut::of),
                        completeness.remarks().stream()
                                .filter(remark -> remark.leftOut() && !told.contains(remark.text()))
                                .map(LeftOut::of))
                .flatMap(one -> one)
                .toList();
    }

    /** Parts of what is delivered; one may carry several items. */
    private static List<PartLeftOut> parts(Completeness completeness) {
        return completeness.items().stream()
                .map(Completeness.ItemVerdict::verdict)
                .flatMap(verdict ->
                        verdict instanceof Verdict.Delivered delivered ? delivered.withheld().stream() : Stream.empty())
                .distinct()
                .toList();
    }

    private static LeftOut of(PartLeftOut part) {
        return new LeftOut("withheld", "", part.text(), part.reason(), Optional.of(part.article()), Optional.empty());
    }

    private static LeftOut of(OpenAccounts accounts) {
        return new LeftOut(
                ACCOUNT_OPEN,
                "",
                Reasons.ACCOUNTS_OPEN,
                accounts.told(),
                Optional.of(Reasons.ARTICLE_12_6),
                Optional.empty());
    }

    private static Optional<LeftOut> of(Completeness.ItemVerdict line) {
        Item item = line.item();
        Verdict verdict = line.verdict();
        return switch (verdict) {
            case Verdict.Withheld _ ->
                line.found() ? Optional.of(of(item, verdict.kind(), verdict, Optional.empty())) : Optional.empty();
            case Verdict.OutsideRight _, Verdict.ReferToController _ ->
                Optional.of(of(item, verdict.kind(), verdict, Optional.empty()));
            case Verdict.KeptByLaw kept -> Optional.of(of(item, verdict.kind(), kept, Optional.of(kept.until())));
            case Verdict.Delivered delivered ->
                delivered.how() == Item.Access.HELD_ONLY
                        ? Optional.of(of(item, "held-only", delivered, delivered.keptUntil()))
                        : Optional.empty();
            case Verdict.NoneHeld _, Verdict.Unreachable _ -> Optional.empty();
        };
    }

    private static LeftOut of(Item item, String kind, Verdict verdict, Optional<LocalDate> until) {
        return new LeftOut(kind, item.id().service(), item.label(), verdict.reason(), verdict.article(), until);
    }

    private static LeftOut of(Completeness.Remark remark) {
        String service = remark.items().stream()
                .map(item -> item.service())
                .distinct()
                .reduce((_, _) -> "")
                .orElse("");
        return new LeftOut("left-out", service, remark.text(), NOTHING_MORE, Optional.empty(), Optional.empty());
    }
}
