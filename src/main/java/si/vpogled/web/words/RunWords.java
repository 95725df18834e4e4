package si.vpogled.web.words;

import si.vpogled.collection.RunState;
import si.vpogled.text.Text;
import si.vpogled.text.Texts;

/** How far a source is, in plain words. */
public final class RunWords {
    private static final Texts TEXTS = Texts.of("words");

    private RunWords() {}

    /** For the subject. */
    public static Text forSubject(RunState state) {
        return switch (state) {
            case WAITING, QUEUED -> TEXTS.text("run.subject.next");
            case RUNNING -> TEXTS.text("run.subject.running");
            case RETRYING -> TEXTS.text("run.subject.retrying");
            case ANSWERED -> TEXTS.text("run.subject.answered");
            case FAILED -> TEXTS.text("run.subject.failed");
            case NOT_NEEDED -> TEXTS.text("run.subject.not-needed");
            case CANCELLED -> TEXTS.text("run.subject.cancelled");
        };
    }

    /** For staff. */
    public static Text forStaff(RunState state) {
        return TEXTS.text("run.staff." + state.key());
    }
}
