package si.vpogled.bundle.completeness;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import si.vpogled.connector.Outcome;
import si.vpogled.text.Text;

/**
 * Accounts that lead to the subject by a contact which changed too recently to prove anything, so that nobody looked
 * there (GDPR Art. 12(6)). Which they are is not told: that is theirs whose they are.
 *
 * @param count how many
 * @param settledFrom the first day on which all of these contacts count as proof
 */
public record OpenAccounts(int count, LocalDate settledFrom) {
    static final String GROUND = "identity-not-proved";

    static Optional<OpenAccounts> of(List<Outcome> outcomes) {
        List<Outcome.Doubt> doubts =
                outcomes.stream().flatMap(outcome -> outcome.doubts().stream()).toList();
        return doubts.stream()
                .map(Outcome.Doubt::settledFrom)
                .max(Comparator.naturalOrder())
                .map(day -> new OpenAccounts(
                        (int) doubts.stream()
                                .map(Outcome.Doubt::identifier)
                                .distinct()
                                .count(),
                        day));
    }

    /** To the subject. */
    public Text told() {
        return Reasons.openAccounts(count, settledFrom);
    }
}
