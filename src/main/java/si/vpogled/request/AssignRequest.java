package si.vpogled.request;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.Map;
import java.util.Optional;

/** Gives a case to a member of staff, or takes it back. */
@ApplicationScoped
public class AssignRequest {
    private final Cases cases;
    private final History history;

    AssignRequest(Cases cases, History history) {
        this.cases = cases;
        this.history = history;
    }

    /** Whosever it is now. One that was theirs before stays so without a word. */
    @Transactional
    public void assign(String reference, Actor actor, Optional<String> assignee) {
        actor.require(Role.CLERK, Role.APPROVER);
        CaseEntity found = cases.lock(reference);
        Optional<String> now = Optional.ofNullable(found.assignee);
        switch (AssignRequests.result(found, now, now, assignee)) {
            case ASSIGNED -> {
                found.assignee = assignee.orElse(null);
                history.append(found.id, actor, Action.ASSIGNED, Map.of("assignee", assignee.orElse("")));
            }
            case CLOSED -> throw new CaseException(CaseException.Problem.WRONG_STATE, found.state.key());
            case UNCHANGED, TAKEN, UNKNOWN, FAILED -> {}
        }
    }
}
