package si.vpogled.bundle.report;

import java.util.ArrayList;
import java.util.List;
import si.vpogled.bundle.completeness.Verdict;
import si.vpogled.bundle.plan.BundlePlan;
import si.vpogled.inventory.Item;

/** A verdict in words. */
final class VerdictWords {
    private VerdictWords() {}

    static String label(Verdict verdict, Messages words) {
        if (verdict instanceof Verdict.Delivered delivered) {
            return switch (delivered.how()) {
                case COPY -> words.text(delivered.withheld().isEmpty() ? "verdict.delivered" : "inPart");
                case HELD_ONLY -> words.text("heldOnly");
                case LISTING -> words.text("listing");
            };
        }
        if (verdict instanceof Verdict.NoneHeld none && !none.searched()) {
            return words.text("noAccount");
        }
        if (verdict instanceof Verdict.NoneHeld none && none.besideLeftOut()) {
            return words.text("nothingElse");
        }
        return words.text("verdict." + verdict.kind());
    }

    /** How much, for what is delivered. */
    static String count(Verdict verdict, Messages words) {
        if (!(verdict instanceof Verdict.Delivered delivered)) {
            return "";
        }
        boolean files = delivered.files().isEmpty() && delivered.how() == Item.Access.COPY;
        return words.counted(files ? "files" : "records", delivered.records());
    }

    /** Provision, date, system: whatever the verdict has of them. */
    static String detail(Verdict verdict, Messages words, Formats formats) {
        List<String> parts = new ArrayList<>();
        verdict.article().ifPresent(article -> parts.add(words.text("article") + ": " + article.in(words.language())));
        switch (verdict) {
            case Verdict.KeptByLaw kept -> parts.add(words.text("until") + " " + formats.day(kept.until()));
            case Verdict.Unreachable unreachable -> parts.add(silent(unreachable.silent(), words, formats));
            case Verdict.Delivered delivered -> {
                delivered.keptUntil().ifPresent(day -> parts.add(words.text("keptUntil") + " " + formats.day(day)));
                delivered
                        .withheld()
                        .forEach(part -> parts.add(
                                part.text().in(words.language()) + " (" + words.number(part.records()) + ")"));
                delivered.silent().ifPresent(gap -> parts.add(silent(gap, words, formats)));
            }
            case Verdict.NoneHeld _, Verdict.Withheld _, Verdict.ReferToController _, Verdict.OutsideRight _ -> {}
        }
        return String.join("; ", parts);
    }

    private static String silent(BundlePlan.Gap gap, Messages words, Formats formats) {
        return gap.title().in(words.language()) + ", " + words.text("since") + " " + formats.day(gap.since());
    }
}
