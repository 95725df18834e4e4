package si.vpogled.web.portal;

import si.vpogled.collection.Run;
import si.vpogled.collection.RunState;
import si.vpogled.request.State;
import si.vpogled.web.page.CountMessages;
import si.vpogled.web.page.Page;
import si.vpogled.web.words.RunWords;

/** States in words that the subject understands. */
final class CaseWords {
    private final Page page;
    private final CaseMessages messages;

    CaseWords(Page page) {
        this.page = page;
        this.messages = page.messages(CaseMessages.class);
    }

    CaseMessages messages() {
        return messages;
    }

    /** What a closed case ended with, as a step. */
    String end(State.Ending ending) {
        return switch (ending) {
            case State.Ending.Answered _ -> messages.closed();
            case State.Ending.AnsweredInPart _ -> messages.endedInPartStep();
            case State.Ending.Refused _ -> messages.refusedStep();
            case State.Ending.Withdrawn _ -> messages.withdrawnStep();
            case State.Ending.NotConfirmed _ -> messages.expiredStep();
        };
    }

    /** How far one system is; while it is at work, with what was read so far. */
    String run(Run run) {
        String state = page.text(RunWords.forSubject(run.state()));
        return run.state() == RunState.RUNNING
                ? messages.reading(
                        state,
                        page.counted(
                                run.records(),
                                page.messages(CountMessages.class).records()),
                        page.size(run.bytes()))
                : state;
    }
}
