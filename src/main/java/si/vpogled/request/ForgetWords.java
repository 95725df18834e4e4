package si.vpogled.request;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;

/**
 * Takes from a closed case what was written about it in words, and what was stated and proved of the subject. Who asked
 * for what, and what was decided and told to them, stays: we have to be able to show it (GDPR Art. 5(2), 12(5)); but of whom
 * nobody confirmed to have asked, neither name nor address (Art. 5(1)(e)).
 */
@ApplicationScoped
public class ForgetWords {
    private final Cases cases;
    private final Notes notes;
    private final IdentityProofs proofs;
    private final IdempotencyKeys keys;

    ForgetWords(Cases cases, Notes notes, IdentityProofs proofs, IdempotencyKeys keys) {
        this.cases = cases;
        this.notes = notes;
        this.proofs = proofs;
        this.keys = keys;
    }

    /** Within a transaction; locks the case. */
    public void forget(UUID request) {
        CaseEntity closed = cases.lock(request);
        closed.message = "";
        closed.identifiers = new CaseEntity.StatedIdentifiers(List.of());
        if (closed.state instanceof State.Closed end && end.ending() instanceof State.Ending.NotConfirmed) {
            closed.name = "";
            closed.email = "";
        }
        keys.forget(closed.reference);
        notes.forget(request);
        proofs.forget(request);
    }
}
