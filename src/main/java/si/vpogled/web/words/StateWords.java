package si.vpogled.web.words;

import si.vpogled.law.RefusalGround;
import si.vpogled.request.RequestCase;
import si.vpogled.request.Right;
import si.vpogled.request.State;
import si.vpogled.text.Text;
import si.vpogled.text.Texts;

/** What a state is called, and what it means for the subject. */
public final class StateWords {
    private static final Texts TEXTS = Texts.of("words");

    private StateWords() {}

    public static Text label(State state) {
        return label(state.key());
    }

    /**
     * @param key one of {@link State#KEYS}
     */
    public static Text label(String key) {
        return TEXTS.text("state." + key);
    }

    /**
     * What happens now, for the subject.
     *
     * @param toDownload whether there is an answer that can be downloaded
     */
    public static Text explanation(RequestCase request, boolean toDownload) {
        return switch (request.state()) {
            case State.AwaitingConfirmation _ -> TEXTS.text("now.awaiting-confirmation");
            case State.AwaitingDecision _ -> TEXTS.text("now.awaiting-decision");
            case State.Collecting _ ->
                request.right() == Right.ERASURE ? TEXTS.text("now.finding") : TEXTS.text("now.collecting");
            case State.InReview review ->
                review.supplement() ? TEXTS.text("now.in-review-of-supplement") : TEXTS.text("now.in-review");
            case State.Assembling _ -> TEXTS.text("now.assembling");
            case State.Planned _, State.AwaitingApproval _ -> TEXTS.text("now.planned");
            case State.Executing _, State.Proving _ -> TEXTS.text("now.executing");
            case State.Remaining remaining -> TEXTS.text("now.remaining", Text.of(remaining.next()));
            case State.Ready ready
            when ready.partial().isPresent() ->
                toDownload ? TEXTS.text("now.ready-in-part") : TEXTS.text("now.ready-in-part-over");
            case State.Ready _ -> TEXTS.text("now.ready");
            case State.Closed closed -> ending(closed.ending());
        };
    }

    private static Text ending(State.Ending ending) {
        return switch (ending) {
            case State.Ending.Answered _ -> TEXTS.text("end.answered");
            case State.Ending.Erased _ -> TEXTS.text("end.erased");
            case State.Ending.AnsweredInPart part -> TEXTS.text("end.answered-in-part", part.reason());
            case State.Ending.Refused refused ->
                TEXTS.text("end.refused", RefusalGround.of(refused.ground()).text(), refused.reason());
            case State.Ending.Withdrawn _ -> TEXTS.text("end.withdrawn");
            case State.Ending.NotConfirmed _ -> TEXTS.text("end.not-confirmed");
        };
    }
}
