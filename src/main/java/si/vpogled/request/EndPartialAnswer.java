package si.vpogled.request;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.InstantSource;
import java.util.Map;

/** Ends a case that was answered in part, when what is missing will never come; the subject is told why (GDPR Art. 12(4)). */
@ApplicationScoped
public class EndPartialAnswer {
    private final Cases cases;
    private final InstantSource clock;

    EndPartialAnswer(Cases cases, InstantSource clock) {
        this.cases = cases;
        this.clock = clock;
    }

    /**
     * @param reason why the rest cannot be had, in the subject's language, for the letter
     */
    @Transactional
    public void end(String reference, Actor actor, String reason) {
        actor.require(Role.APPROVER);
        CaseEntity found = cases.lock(reference);
        State.Ready ready = found.view().require(State.Ready.class);
        State.Closed closed = ready.endInPart(clock.instant(), reason)
                .orElseThrow(() -> new CaseException(CaseException.Problem.WRONG_STATE, ready.key()));
        cases.move(found, closed, actor, Action.ENDED_IN_PART, Map.of());
    }
}
