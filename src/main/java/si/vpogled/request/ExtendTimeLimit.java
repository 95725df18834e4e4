package si.vpogled.request;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;

/** Extends the time limit by two further months, once, within the first month (GDPR Art. 12(3)). */
@ApplicationScoped
public class ExtendTimeLimit {
    private final Cases cases;
    private final History history;
    private final Limits limits;
    private final InstantSource clock;

    ExtendTimeLimit(Cases cases, History history, Limits limits, InstantSource clock) {
        this.cases = cases;
        this.history = history;
        this.limits = limits;
        this.clock = clock;
    }

    /**
     * @param reason complexity or number of requests, in the subject's language: goes into the letter
     */
    @Transactional
    public void extend(String reference, Actor actor, String reason) {
        actor.require(Role.CLERK, Role.APPROVER);
        CaseEntity found = cases.lock(reference);
        found.view().require(State.Refusable.class);
        if (found.extendedAt != null) {
            throw new CaseException(CaseException.Problem.EXTENDED_ALREADY, found.dueOn.toString());
        }
        Instant now = clock.instant();
        if (Limits.day(now).isAfter(found.dueOn)) {
            throw new CaseException(CaseException.Problem.EXTENSION_TOO_LATE, found.dueOn.toString());
        }
        found.extendedAt = now;
        found.extensionReason = reason;
        found.dueOn = limits.extended(found.countedFrom(), now).due();
        history.append(found.id, actor, Action.EXTENDED, Map.of("due", found.dueOn.toString()));
        cases.tell(new CaseEvent.TimeLimitExtended(found.id));
    }
}
