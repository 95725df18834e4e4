package si.vpogled.request;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.Map;
import java.util.UUID;

/** Adds a note that only staff see. It ends with the case, and so a case that has ended takes none. */
@ApplicationScoped
public class AddNote {
    private final Cases cases;
    private final Notes notes;
    private final History history;

    AddNote(Cases cases, Notes notes, History history) {
        this.cases = cases;
        this.notes = notes;
        this.history = history;
    }

    /**
     * @param key of the form that it was typed into: sent twice, it is added once
     */
    @Transactional
    public void add(String reference, Actor actor, String text, UUID key) {
        actor.require(Role.CLERK, Role.APPROVER);
        CaseEntity found = cases.lock(reference);
        UUID id = FormKey.id("note", found.id, actor, key);
        if (notes.added(id, text)) {
            return;
        }
        if (found.state instanceof State.Closed) {
            throw new CaseException(CaseException.Problem.WRONG_STATE, found.state.key());
        }
        notes.add(id, found.id, actor.name(), text);
        history.append(found.id, actor, Action.NOTED, Map.of());
    }
}
