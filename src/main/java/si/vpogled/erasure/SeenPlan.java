package si.vpogled.erasure;

import si.vpogled.request.CaseException;
import si.vpogled.request.CaseException.Problem;
import si.vpogled.request.RequestCase;
import si.vpogled.request.State;

/** Holds what somebody decides to the plan that they looked at. */
final class SeenPlan {
    private SeenPlan() {}

    /**
     * @param seen hash of it
     * @throws CaseException where there is no plan to decide about, or another one since
     */
    static void require(RequestCase found, String seen) {
        String now = switch (found.state()) {
            case State.Planned planned -> planned.plan();
            case State.AwaitingApproval waiting -> waiting.plan();
            case State.AwaitingConfirmation _,
                    State.AwaitingDecision _,
                    State.Collecting _,
                    State.InReview _,
                    State.Assembling _,
                    State.Executing _,
                    State.Proving _,
                    State.Ready _,
                    State.Remaining _,
                    State.Closed _ ->
                throw new CaseException(Problem.WRONG_STATE, found.state().key());
        };
        if (!now.equals(seen)) {
            throw new CaseException(Problem.PLAN_CHANGED, "");
        }
    }
}
