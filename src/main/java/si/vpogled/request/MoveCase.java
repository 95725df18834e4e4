package si.vpogled.request;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.UUID;

/** The process's own steps: within a transaction, on a locked case, with history. */
@ApplicationScoped
public class MoveCase {
    private final Cases cases;

    MoveCase(Cases cases) {
        this.cases = cases;
    }

    /** Locks a case for the rest of the transaction. */
    public RequestCase lock(UUID request) {
        return cases.lock(request).view();
    }

    public RequestCase lock(String reference) {
        return cases.lock(reference).view();
    }

    /**
     * Moves a case on from a state of a kind.
     *
     * @throws CaseException where it is in another state
     */
    public <S extends State> void move(
            UUID request, Class<S> from, Step<S> step, Actor actor, Action action, Map<String, String> detail) {
        CaseEntity found = cases.lock(request);
        cases.move(found, step.next(found.view().require(from)), actor, action, detail);
    }

    /**
     * Closes a case that was closed before, and is open in a database that was restored to an earlier time. Nobody is
     * told, and no step follows.
     */
    public void closeAgain(UUID request, State.Closed closed) {
        cases.closeAgain(cases.lock(request), closed);
    }

    /** Notes in its history what became of a case that stays where it is. */
    public void note(UUID request, Action action, Map<String, String> detail) {
        cases.note(request, action, detail);
    }

    /** The same of what somebody did. */
    public void note(UUID request, Actor actor, Action action, Map<String, String> detail) {
        cases.note(request, actor, action, detail);
    }

    /** From a state to the next. */
    public interface Step<S extends State> {
        State next(S state);
    }
}
