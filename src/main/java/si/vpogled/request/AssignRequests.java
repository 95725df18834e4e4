package si.vpogled.request;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.narayana.jta.QuarkusTransactionException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.PersistenceException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jboss.logging.Logger;

/**
 * Gives several cases to a member of staff, or takes them back: each in a transaction of its own, so that one that
 * cannot be given holds up no other.
 */
@ApplicationScoped
public class AssignRequests {
    private static final Logger LOG = Logger.getLogger(AssignRequests.class);

    private final Cases cases;
    private final History history;

    AssignRequests(Cases cases, History history) {
        this.cases = cases;
        this.history = history;
    }

    /**
     * @param seen whose it was when it was chosen; if somebody else has got it since, it stays theirs
     */
    public record Chosen(String reference, Optional<String> seen) {}

    /**
     * @param assignee whose the case is now; empty where it is nobody's or unknown
     */
    public record Outcome(String reference, Result result, Optional<String> assignee) {}

    /** What came of one. */
    public enum Result {
        ASSIGNED,
        /** It was theirs already: nothing to do, and nothing in the history. */
        UNCHANGED,
        /** Somebody gave it to somebody else meanwhile. */
        TAKEN,
        /** It is closed: nobody has anything to do with it. */
        CLOSED,
        /** There is none of this reference. */
        UNKNOWN,
        /** The database could not do it just now. */
        FAILED
    }

    public List<Outcome> assign(List<Chosen> chosen, Actor actor, Optional<String> assignee) {
        actor.require(Role.CLERK, Role.APPROVER);
        return chosen.stream().map(one -> tried(one, actor, assignee)).toList();
    }

    private Outcome tried(Chosen chosen, Actor actor, Optional<String> assignee) {
        try {
            return QuarkusTransaction.requiringNew().call(() -> assigned(chosen, actor, assignee));
        } catch (CaseException _) {
            return new Outcome(chosen.reference(), Result.UNKNOWN, Optional.empty());
        } catch (PersistenceException | QuarkusTransactionException e) {
            LOG.errorf(e, "Case %s was not assigned", chosen.reference());
            return new Outcome(chosen.reference(), Result.FAILED, Optional.empty());
        }
    }

    private Outcome assigned(Chosen chosen, Actor actor, Optional<String> assignee) {
        CaseEntity found = cases.lock(chosen.reference());
        Optional<String> now = Optional.ofNullable(found.assignee);
        Result result = result(found, now, chosen.seen(), assignee);
        if (result == Result.ASSIGNED) {
            found.assignee = assignee.orElse(null);
            history.append(found.id, actor, Action.ASSIGNED, Map.of("assignee", assignee.orElse("")));
            return new Outcome(chosen.reference(), result, assignee);
        }
        return new Outcome(chosen.reference(), result, now);
    }

    /** The rule, for one case as for many. */
    static Result result(CaseEntity found, Optional<String> now, Optional<String> seen, Optional<String> assignee) {
        if (now.equals(assignee)) {
            return Result.UNCHANGED;
        }
        if (found.state instanceof State.Closed) {
            return Result.CLOSED;
        }
        return now.equals(seen) ? Result.ASSIGNED : Result.TAKEN;
    }
}
