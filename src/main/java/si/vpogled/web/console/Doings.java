package si.vpogled.web.console;

import java.time.Instant;
import java.util.List;
import si.vpogled.collection.Run;
import si.vpogled.collection.RunState;
import si.vpogled.fulfilment.CaseProgress;
import si.vpogled.request.Actor;
import si.vpogled.request.RequestCase;
import si.vpogled.request.Role;
import si.vpogled.request.State;

/**
 * What the state of a case and the role of the reader let them do.
 *
 * @param work anything at all: auditors see no forms
 * @param reopen to take up again what was refused for want of proof; refused where it is forgotten by now
 * @param missing connectors without an answer, which make a release one in part
 */
record Doings(
        boolean work,
        boolean note,
        boolean accept,
        boolean refuse,
        boolean extend,
        boolean withdraw,
        boolean release,
        boolean check,
        boolean retry,
        boolean withhold,
        boolean end,
        boolean reopen,
        List<String> missing) {
    static Doings of(CaseProgress.Progress progress, Actor actor, boolean proved, Instant now) {
        RequestCase request = progress.request();
        State state = request.state();
        boolean works = Role.work(actor.roles());
        boolean refusable = works && state instanceof State.Refusable;
        boolean review = works && state instanceof State.InReview;
        return new Doings(
                works,
                works && !(state instanceof State.Closed),
                works && proved && state instanceof State.AwaitingDecision,
                refusable,
                refusable && progress.limit().whyNotExtensible(now).isEmpty(),
                works && state instanceof State.Withdrawable,
                review,
                refusable,
                works && retryable(state),
                review,
                actor.roles().contains(Role.APPROVER)
                        && state instanceof State.Ready ready
                        && ready.partial().isPresent(),
                works && state instanceof State.Closed closed && closed.ending().forWantOfProof(),
                progress.runs().stream()
                        .filter(run -> run.state() == RunState.FAILED)
                        .map(Run::connector)
                        .toList());
    }

    /** Whether a source can be asked again, or have its step of an erasure taken once more. */
    private static boolean retryable(State state) {
        return state instanceof State.Reviewed || state instanceof State.Executing || state instanceof State.Proving;
    }

    /** Nobody has anything to do with a case that is closed. */
    public boolean assign() {
        return note;
    }

    /** Whether a decision on the case as a whole can be made. */
    public boolean decide() {
        return accept || refuse || extend || withdraw || release || end || reopen;
    }
}
