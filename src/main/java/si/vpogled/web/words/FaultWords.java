package si.vpogled.web.words;

import si.vpogled.connector.FaultKind;
import si.vpogled.request.State;
import si.vpogled.text.Text;
import si.vpogled.text.Texts;

/** What a fault means, and what staff can do about it. */
public final class FaultWords {
    private static final Texts TEXTS = Texts.of("words");

    private FaultWords() {}

    public static Text label(FaultKind kind) {
        return switch (kind) {
            case MISCONFIGURED -> TEXTS.text("fault.misconfigured");
            case UNAVAILABLE -> TEXTS.text("fault.unavailable");
            case REFUSED -> TEXTS.text("fault.refused");
            case DEFECT -> TEXTS.text("fault.defect");
        };
    }

    /** What to do at the source, and then on the case as it stands. */
    public static Text advice(FaultKind kind, State state) {
        return switch (state) {
            case State.AwaitingConfirmation _, State.AwaitingDecision _, State.Collecting _ ->
                atSource(kind, TEXTS.text("advice.then-collecting"));
            case State.Planned _, State.AwaitingApproval _ -> atSource(kind, TEXTS.text("advice.then-planned"));
            case State.Executing _, State.Proving _ -> atSource(kind, TEXTS.text("advice.then-executing"));
            case State.InReview _ -> atSource(kind, TEXTS.text("advice.then-in-review"));
            case State.Assembling _, State.Ready _ -> atSource(kind, TEXTS.text("advice.then-answered"));
            case State.Remaining _, State.Closed _ -> TEXTS.text("advice.closed");
        };
    }

    private static Text atSource(FaultKind kind, Text then) {
        Text first = switch (kind) {
            case MISCONFIGURED -> TEXTS.text("advice.misconfigured");
            case UNAVAILABLE -> TEXTS.text("advice.unavailable");
            case REFUSED -> TEXTS.text("advice.refused");
            case DEFECT -> TEXTS.text("advice.defect");
        };
        return first.then(then);
    }

    /** What to do after a test, where no case waits. */
    public static Text adviceAfterTest(FaultKind kind) {
        return switch (kind) {
            case MISCONFIGURED -> TEXTS.text("after-test.misconfigured");
            case UNAVAILABLE -> TEXTS.text("after-test.unavailable");
            case REFUSED -> TEXTS.text("after-test.refused");
            case DEFECT -> TEXTS.text("after-test.defect");
        };
    }

    /** What to do while it is tried again by itself. */
    public static Text adviceWhileRetried() {
        return TEXTS.text("advice.while-retried");
    }
}
