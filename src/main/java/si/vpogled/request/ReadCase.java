package si.vpogled.request;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;

/** Reads a case. A member of staff who does leaves a line in its history. */
@ApplicationScoped
public class ReadCase {
    private final Cases cases;
    private final History history;

    ReadCase(Cases cases, History history) {
        this.cases = cases;
        this.history = history;
    }

    @Transactional
    public RequestCase byId(UUID id) {
        return cases.findByIdOptional(id)
                .map(cases::follow)
                .map(CaseEntity::view)
                .orElseThrow(() -> new CaseException(CaseException.Problem.NOT_FOUND, "case"));
    }

    /** The id alone: nothing personal, so that asking how far a case is leaves no line. */
    @Transactional
    public UUID idForStaff(String reference, Actor actor) {
        actor.require(Role.CLERK, Role.APPROVER, Role.AUDITOR);
        return cases.find("reference", reference)
                .firstResultOptional()
                .map(found -> found.id)
                .orElseThrow(() -> new CaseException(CaseException.Problem.NOT_FOUND, "case"));
    }

    /**
     * @param what part of the case is seen: {@code case}, {@code messages}, {@code history}, {@code plan}
     */
    @Transactional
    public RequestCase byStaff(String reference, Actor actor, String what) {
        return byStaff(reference, actor, Map.of("what", what));
    }

    /**
     * @param seen what of the case is seen; nothing personal
     */
    @Transactional
    public RequestCase byStaff(String reference, Actor actor, Map<String, String> seen) {
        return byStaff(reference, actor, _ -> seen);
    }

    /**
     * @param seen what of this case is seen; nothing personal
     */
    @Transactional
    public RequestCase byStaff(String reference, Actor actor, Function<RequestCase, Map<String, String>> seen) {
        actor.require(Role.CLERK, Role.APPROVER, Role.AUDITOR);
        RequestCase found = cases.find("reference", reference)
                .firstResultOptional()
                .map(CaseEntity::view)
                .orElseThrow(() -> new CaseException(CaseException.Problem.NOT_FOUND, "case"));
        history.append(found.id(), actor, Action.VIEWED, seen.apply(found));
        return found;
    }
}
