package si.vpogled.inventory;

import java.util.Locale;
import java.util.Optional;
import si.vpogled.inventory.Item.Access;
import si.vpogled.inventory.Item.Origin;
import si.vpogled.inventory.Item.Portability;

/** Why an item does not travel to another controller (GDPR Art. 20), the first of those that hold. */
public enum OutsidePortability {
    /** Worked out or issued by the provider: the person did not provide it (Art. 20(1)). */
    DERIVED,
    /** Processed because a statute obliges (Art. 6(1)(c)), neither on consent nor for a contract (Art. 20(1)(a)). */
    LEGAL_OBLIGATION,
    /** Processed to protect somebody's life (Art. 6(1)(d)). */
    VITAL_INTERESTS,
    /** Processed for a task in the public interest (Art. 6(1)(e), Art. 20(3)). */
    PUBLIC_TASK,
    /** Processed for a legitimate interest (Art. 6(1)(f)). */
    LEGITIMATE_INTEREST,
    /** A password, key or code: whoever carries it about endangers what it guards (Art. 32(1)). */
    SECRET,
    /** A copy of data that the answer brings already. */
    DUPLICATE,
    /** Recorded of use, and by the provider's inventory nothing that the person provided. */
    OBSERVED;

    /** As names of texts say it: {@code legal-obligation}. */
    public String key() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    static Optional<OutsidePortability> of(Item item) {
        return item.portability() == Portability.INCLUDED ? Optional.empty() : Optional.of(why(item));
    }

    private static OutsidePortability why(Item item) {
        if (item.origin() == Origin.DERIVED) {
            return DERIVED;
        }
        return basis(item.legalBasis().article())
                .orElseGet(() -> item.secret() ? SECRET : item.access() == Access.LISTING ? DUPLICATE : OBSERVED);
    }

    /** What bars all that rests on this letter of Art. 6(1); empty for consent and contract. */
    static Optional<OutsidePortability> basis(String letter) {
        return switch (letter) {
            case "c" -> Optional.of(LEGAL_OBLIGATION);
            case "d" -> Optional.of(VITAL_INTERESTS);
            case "e" -> Optional.of(PUBLIC_TASK);
            case "f" -> Optional.of(LEGITIMATE_INTEREST);
            default -> Optional.empty();
        };
    }
}
