package si.vpogled.request;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.InstantSource;
import java.util.Map;

/**
 * Takes up again what was refused for want of proof of identity, when more has arrived (GDPR Art. 11(2), 12(2)). The time
 * limit counts from then on: before, nobody could be answered.
 */
@ApplicationScoped
public class ReopenRequest {
    private final Cases cases;
    private final Limits limits;
    private final InstantSource clock;

    ReopenRequest(Cases cases, Limits limits, InstantSource clock) {
        this.cases = cases;
        this.limits = limits;
        this.clock = clock;
    }

    /** Whether what was stated and written is still there. */
    public interface Kept {
        boolean test(RequestCase closed);
    }

    /** Within a transaction or in one of its own. */
    @Transactional
    public void reopen(String reference, Actor actor, Kept kept) {
        actor.require(Role.CLERK, Role.APPROVER);
        CaseEntity found = cases.lock(reference);
        State.Closed closed = found.view().require(State.Closed.class);
        State.AwaitingDecision open = closed.reopen(clock.instant())
                .filter(_ -> kept.test(found.view()))
                .orElseThrow(() -> new CaseException(CaseException.Problem.WRONG_STATE, closed.key()));
        found.countedFrom = open.since();
        found.extendedAt = null;
        found.extensionReason = null;
        found.dueOn = limits.first(open.since()).due();
        cases.move(found, open, actor, Action.REOPENED, Map.of("due", found.dueOn.toString()));
    }
}
