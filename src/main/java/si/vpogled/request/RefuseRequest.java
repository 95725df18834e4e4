package si.vpogled.request;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.InstantSource;
import java.util.Map;
import si.vpogled.law.RefusalGround;

/** Refuses with a ground and reasons (GDPR Art. 12(4), ZVOP-2 Art. 14(2)). */
@ApplicationScoped
public class RefuseRequest {
    private final Cases cases;
    private final InstantSource clock;

    RefuseRequest(Cases cases, InstantSource clock) {
        this.cases = cases;
        this.clock = clock;
    }

    /**
     * @param reason in the subject's language, for the letter
     */
    @Transactional
    public void refuse(String reference, Actor actor, RefusalGround ground, String reason) {
        actor.require(Role.CLERK, Role.APPROVER);
        Grounds.require(ground, RefusalGround.Scope.REQUEST);
        CaseEntity found = cases.lock(reference);
        State.Refusable state = found.view().require(State.Refusable.class);
        cases.requireNothingErased(found);
        cases.move(
                found,
                state.refuse(clock.instant(), ground.key(), reason),
                actor,
                Action.REFUSED,
                Map.of("ground", ground.key()));
    }
}
