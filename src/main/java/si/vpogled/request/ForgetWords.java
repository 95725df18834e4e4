package si.vpogled.request;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;

/**
 * Takes from a closed case what was written about it in words, and what was stated and proved of the subject. Who asked
 * for what, and what was decided and told to them, stays: we have to be able to show it (GDPR Art. 5(2), 12(5)).
 */
@ApplicationScoped
public class ForgetWords {
    private final Cases cases;
    private final Notes notes;
    private final IdentityProofs proofs;

    ForgetWords(Cases cases, Notes notes, IdentityProofs proofs) {
        this.cases = cases;
        this.notes = notes;
        this.proofs = proofs;
    }

    /** Within a transaction; locks the case. */
    public void forget(UUID request) {
        CaseEntity closed = cases.lock(request);
        closed.message = "";
        closed.identifiers = new CaseEntity.StatedIdentifiers(List.of());
        notes.forget(request);
        proofs.forget(request);
    }
}
