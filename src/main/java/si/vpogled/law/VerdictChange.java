package si.vpogled.law;

import java.time.LocalDate;
import java.util.Optional;
import si.vpogled.law.ErasureVerdict.Anonymise;
import si.vpogled.law.ErasureVerdict.Erase;
import si.vpogled.law.ErasureVerdict.Keeping;
import si.vpogled.law.ErasureVerdict.NotifyThirdParty;
import si.vpogled.law.ErasureVerdict.ReferToController;
import si.vpogled.law.ErasureVerdict.Restrict;
import si.vpogled.law.ErasureVerdict.WhileContractRuns;
import si.vpogled.text.Text;
import si.vpogled.text.Texts;

/**
 * What people may make of a verdict. They weigh what no rule can: whether something is needed for legal claims (GDPR
 * Art. 17(3)(e)), whether a record without the person would serve as well. They cannot shorten what a statute says,
 * end a contract that runs, decide for another controller, or keep something because they would like to.
 */
public final class VerdictChange {
    private static final Texts TEXTS = Texts.of("law");

    private VerdictChange() {}

    /**
     * Why a person may not change a verdict so; empty where they may.
     *
     * @param ruled what {@link ErasureRule} says, whatever people made of it since
     */
    public static Optional<Text> refusal(ErasureVerdict ruled, ErasureVerdict wanted, LocalDate today) {
        if (ruled.equals(wanted)) {
            return Optional.empty();
        }
        return switch (ruled) {
            case Erase() -> wanted instanceof Anonymise ? Optional.empty() : claims(wanted, today);
            case Anonymise() -> wanted instanceof Erase ? Optional.empty() : claims(wanted, today);
            case Restrict kept -> keptLonger(kept, wanted, today);
            case ReferToController() -> refused("refer-to-controller");
            case NotifyThirdParty() -> refused("notify-third-party");
            case WhileContractRuns _ -> refused("while-contract-runs");
        };
    }

    private static Optional<Text> keptLonger(Restrict kept, ErasureVerdict wanted, LocalDate today) {
        if (!isForClaims(wanted)) {
            return refused(kept.lastDay().isEmpty() ? "undated" : "restrict");
        }
        Optional<LocalDate> until = ((Restrict) wanted).lastDay();
        boolean shorter = kept.lastDay().isEmpty()
                || until.isPresent() && until.get().isBefore(kept.lastDay().get());
        return shorter ? refused("restrict") : claims(wanted, today);
    }

    private static Optional<Text> claims(ErasureVerdict wanted, LocalDate today) {
        if (!isForClaims(wanted)) {
            return refused("claims-only");
        }
        boolean ahead = ((Restrict) wanted).lastDay().filter(today::isBefore).isPresent();
        return ahead ? Optional.empty() : refused("claims-need-a-day");
    }

    private static boolean isForClaims(ErasureVerdict wanted) {
        return wanted instanceof Restrict restrict && restrict.keeping() == Keeping.FOR_CLAIMS;
    }

    private static Optional<Text> refused(String why) {
        return Optional.of(TEXTS.text("verdict-change." + why));
    }
}
