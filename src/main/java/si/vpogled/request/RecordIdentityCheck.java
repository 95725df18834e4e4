package si.vpogled.request;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import si.vpogled.subject.Identifier;
import si.vpogled.subject.ProofMethod;

/** A member of staff checked who asks, in person, by calling back or by a qualified signature. */
@ApplicationScoped
public class RecordIdentityCheck {
    private final Cases cases;
    private final IdentityProofs proofs;
    private final History history;
    private final InstantSource clock;

    RecordIdentityCheck(Cases cases, IdentityProofs proofs, History history, InstantSource clock) {
        this.cases = cases;
        this.proofs = proofs;
        this.history = history;
        this.clock = clock;
    }

    /**
     * Where sources were asked already, an account that is proved now is looked up at once: staff who look at what was
     * found wait for it again.
     *
     * @param identifiers accounts that the check showed to be the subject's own; may be none
     * @param note what was checked, never a copy of a document
     */
    @Transactional
    public void record(String reference, Actor actor, ProofMethod method, List<Identifier> identifiers, String note) {
        actor.require(Role.CLERK, Role.APPROVER);
        if (!method.byStaff()) {
            throw new IllegalArgumentException("A mailed link proves itself");
        }
        CaseEntity found = cases.lock(reference);
        if (!(found.state instanceof State.Refusable)) {
            throw new CaseException(CaseException.Problem.WRONG_STATE, found.state.key());
        }
        proofs.add(found.id, method, identifiers, actor.name(), note);
        Map<String, String> detail = Map.of("method", method.key());
        if (found.state instanceof State.InReview review && !identifiers.isEmpty()) {
            cases.move(found, review.retry(clock.instant()), actor, Action.IDENTITY_CHECKED, detail);
        } else {
            history.append(found.id, actor, Action.IDENTITY_CHECKED, detail);
            cases.tell(new CaseEvent.IdentityChecked(found.id));
        }
    }
}
