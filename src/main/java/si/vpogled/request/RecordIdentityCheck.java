package si.vpogled.request;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.UUID;
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
     * What a check showed.
     *
     * @param identifiers accounts that the check showed to be the subject's own; may be none
     * @param note what was checked, never a copy of a document
     */
    public record Check(ProofMethod method, List<Identifier> identifiers, String note) {
        public Check {
            if (!method.byStaff()) {
                throw new IllegalArgumentException("A mailed link proves itself");
            }
            identifiers = List.copyOf(identifiers);
        }
    }

    /**
     * Where sources were asked already, an account that is proved now is looked up at once: staff who look at what was
     * found wait for it again.
     *
     * @param key of the form that it was typed into: sent twice, it is recorded once
     */
    @Transactional
    public void record(String reference, Actor actor, Check check, UUID key) {
        actor.require(Role.CLERK, Role.APPROVER);
        CaseEntity found = cases.lock(reference);
        UUID id = FormKey.id("identity-check", found.id, actor, key);
        IdentityProofs.Proof proof = new IdentityProofs.Proof(
                check.method(), check.identifiers(), actor.name(), check.note(), clock.instant());
        if (!(found.state instanceof State.Closed) && proofs.recorded(id, proof)) {
            return;
        }
        if (!(found.state instanceof State.Refusable)) {
            throw new CaseException(CaseException.Problem.WRONG_STATE, found.state.key());
        }
        proofs.add(id, found.id, proof);
        Map<String, String> detail = Map.of("method", check.method().key());
        if (found.state instanceof State.Reviewed reviewed
                && !check.identifiers().isEmpty()) {
            cases.move(found, reviewed.retry(clock.instant()), actor, Action.IDENTITY_CHECKED, detail);
        } else {
            history.append(found.id, actor, Action.IDENTITY_CHECKED, detail);
            cases.tell(new CaseEvent.IdentityChecked(found.id));
        }
    }
}
