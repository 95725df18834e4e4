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
import si.vpogled.collection.Withholdings;
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
    private final Withholdings withholdings;
    private final InstantSource clock;

    ReleaseRequest(MoveCase cases, Runs runs, BundleShelf shelf, Withholdings withholdings, InstantSource clock) {
        this.cases = cases;
        this.runs = runs;
        this.shelf = shelf;
        this.withholdings = withholdings;
        this.clock = clock;
    }

    /**
     * @param partialReason why the answer goes out although sources are missing; in the subject's language
     * @param seen the version of the answer that was looked at: another one does not go out; empty where nobody says
     */
    @Transactional
    public void release(String reference, Actor actor, Optional<String> partialReason, Optional<AnswerVersion> seen) {
        actor.require(Role.CLERK, Role.APPROVER);
        RequestCase found = cases.lock(reference);
        found.require(State.InReview.class);
        List<Run> all = runs.of(found.id());
        requireSettled(found, all, seen);
        List<String> missing = all.stream()
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

    /** Sources cannot bring anything new meanwhile: that takes the case out of review, which needs its lock. */
    private void requireSettled(RequestCase found, List<Run> all, Optional<AnswerVersion> seen) {
        List<WithheldParts.WithheldPart> parts = withholdings.parts().of(found.id());
        if (withholdings.parts().open(found.id(), all)) {
            throw new CaseException(CaseException.Problem.WITHHOLDING_OPEN, "");
        }
        AnswerVersion now = AnswerVersion.of(found.id(), all, withholdings.of(found.id()), parts);
        if (seen.stream().anyMatch(version -> !version.equals(now))) {
            throw new CaseException(CaseException.Problem.ANSWER_CHANGED, "");
        }
    }
}
