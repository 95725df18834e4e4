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

    @Transactional
    public void assign(String reference, Actor actor, Optional<String> assignee) {
        actor.require(Role.CLERK, Role.APPROVER);
        CaseEntity found = cases.lock(reference);
        found.assignee = assignee.orElse(null);
        history.append(found.id, actor, Action.ASSIGNED, Map.of("assignee", assignee.orElse("")));
    }
}
