package si.vpogled.fulfilment;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import si.vpogled.bundle.shelf.BundleShelf;
import si.vpogled.collection.Run;
import si.vpogled.collection.RunState;
import si.vpogled.collection.Runs;
import si.vpogled.collection.WithheldParts;
import si.vpogled.request.Action;
import si.vpogled.request.Actor;
import si.vpogled.request.CaseException;
import si.vpogled.request.MoveCase;
import si.vpogled.request.RequestCase;
import si.vpogled.request.Role;
import si.vpogled.request.State;

/** Releases what was found. Where a source has no answer, only with a reason, and then as a partial answer. */
@ApplicationScoped
public class ReleaseRequest {
    private final MoveCase cases;
    private final Runs runs;
    private final BundleShelf shelf;
    private final WithheldParts parts;
    private final InstantSource clock;

    ReleaseRequest(MoveCase cases, Runs runs, BundleShelf shelf, WithheldParts parts, InstantSource clock) {
        this.cases = cases;
        this.runs = runs;
        this.shelf = shelf;
        this.parts = parts;
        this.clock = clock;
    }

    /**
     * @param partialReason why the answer goes out although sources are missing; in the subject's language
     */
    @Transactional
    public void release(String reference, Actor actor, Optional<String> partialReason) {
        actor.require(Role.CLERK, Role.APPROVER);
        RequestCase found = cases.lock(reference);
        found.require(State.InReview.class);
        if (parts.open(found.id(), runs.of(found.id()))) {
            throw new CaseException(CaseException.Problem.WITHHOLDING_OPEN, "");
        }
        List<String> missing = runs.of(found.id()).stream()
                .filter(run -> run.state() == RunState.FAILED)
                .map(Run::connector)
                .toList();
        if (!missing.isEmpty() && partialReason.isEmpty()) {
            throw new CaseException(CaseException.Problem.ANSWER_INCOMPLETE, String.join(", ", missing));
        }
        Optional<State.Partial> partial =
                partialReason.filter(_ -> !missing.isEmpty()).map(reason -> new State.Partial(reason, missing));
        cases.move(
                found.id(),
                State.InReview.class,
                review -> review.release(clock.instant(), shelf.nextNumber(found.id()), partial),
                actor,
                Action.RELEASED,
                Map.of("missing", String.join(", ", missing)));
    }
}
