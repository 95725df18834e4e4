package si.vpogled.request;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.persistence.LockModeType;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import si.vpogled.schedule.Trail;

/** The one gate through which a case changes state: row locked, history written, event fired. */
@ApplicationScoped
class Cases implements PanacheRepositoryBase<CaseEntity, UUID> {
    private final History history;
    private final Event<CaseEvent> events;
    private final Trail trail;

    Cases(History history, Event<CaseEvent> events, Trail trail) {
        this.history = history;
        this.events = events;
        this.trail = trail;
    }

    void open(CaseEntity created, Actor actor) {
        created.trace = trail.here().orElse(null);
        follow(created);
        persist(created);
        flush();
        history.append(created.id, actor, Action.SUBMITTED, Map.of("state", created.state.key()));
        events.fire(new CaseEvent.Moved(created.id, Optional.empty(), created.state));
    }

    /** Loads and locks a case for a change. */
    CaseEntity lock(String reference) {
        return find("reference", reference)
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .firstResultOptional()
                .map(this::follow)
                .orElseThrow(() -> new CaseException(CaseException.Problem.NOT_FOUND, "case"));
    }

    CaseEntity lock(UUID id) {
        return findByIdOptional(id, LockModeType.PESSIMISTIC_WRITE)
                .map(this::follow)
                .orElseThrow(() -> new CaseException(CaseException.Problem.NOT_FOUND, "case"));
    }

    /** The present step is about this case. */
    CaseEntity follow(CaseEntity found) {
        trail.follow(found.reference, Optional.ofNullable(found.trace));
        return found;
    }

    void move(CaseEntity changed, State to, Actor actor, Action action, Map<String, String> detail) {
        State from = changed.state;
        changed.state = to;
        Settlement.of(to).ifPresent(changed::settle);
        flush();
        Map<String, String> told = new TreeMap<>(detail);
        told.put("from", from.key());
        told.put("state", to.key());
        history.append(changed.id, actor, action, told);
        events.fire(new CaseEvent.Moved(changed.id, Optional.of(from), to));
    }

    /** What was begun of an erasure, or answered, is not left half done: it goes on by another plan. */
    void requireNothingErased(CaseEntity found) {
        boolean answered = Settlement.ANSWERED.key().equals(found.settledAs);
        if (Right.of(found.right) == Right.ERASURE && (answered || History.erased(history.of(found.id)))) {
            throw new CaseException(CaseException.Problem.WRONG_STATE, found.state.key());
        }
    }

    /** What a database that was restored has forgotten: nothing follows from it, since all of that was done. */
    void closeAgain(CaseEntity changed, State.Closed to) {
        if (changed.state instanceof State.Closed) {
            return;
        }
        State from = changed.state;
        changed.state = to;
        Settlement.of(to).ifPresent(changed::settle);
        flush();
        history.append(changed.id, Actor.system(), Action.CLOSED, Map.of("from", from.key(), "state", to.key()));
    }

    void note(UUID request, Action action, Map<String, String> detail) {
        note(request, Actor.system(), action, detail);
    }

    void note(UUID request, Actor actor, Action action, Map<String, String> detail) {
        history.append(request, actor, action, detail);
    }

    void tell(CaseEvent event) {
        events.fire(event);
    }
}
