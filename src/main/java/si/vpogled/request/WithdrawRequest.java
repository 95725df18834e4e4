package si.vpogled.request;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.InstantSource;
import java.util.Map;
import java.util.UUID;

/** The subject takes the request back, or a clerk does at their word. */
@ApplicationScoped
public class WithdrawRequest {
    private final Cases cases;
    private final InstantSource clock;

    WithdrawRequest(Cases cases, InstantSource clock) {
        this.cases = cases;
        this.clock = clock;
    }

    @Transactional
    public void withdraw(UUID request, Actor actor) {
        if (actor.kind() == Actor.Kind.STAFF) {
            actor.require(Role.CLERK, Role.APPROVER);
        }
        withdraw(cases.lock(request), actor);
    }

    /** At the subject's word. */
    @Transactional
    public void withdraw(String reference, Actor actor) {
        actor.require(Role.CLERK, Role.APPROVER);
        withdraw(cases.lock(reference), actor);
    }

    private void withdraw(CaseEntity found, Actor actor) {
        State.Withdrawable state = found.view().require(State.Withdrawable.class);
        cases.requireNothingErased(found);
        cases.move(found, state.withdraw(clock.instant()), actor, Action.WITHDRAWN, Map.of());
    }
}
