package si.vpogled.web.portal;

import si.vpogled.request.State;
import si.vpogled.web.page.Page;

/** States in words that the subject understands. */
final class CaseWords {
    private final CaseMessages messages;

    CaseWords(Page page) {
        this.messages = page.messages(CaseMessages.class);
    }

    CaseMessages messages() {
        return messages;
    }

    /** What a closed case ended with, as a step. */
    String end(State.Ending ending) {
        return switch (ending) {
            case State.Ending.Answered _ -> messages.closed();
            case State.Ending.Erased _ -> messages.erasedStep();
            case State.Ending.AnsweredInPart _ -> messages.endedInPartStep();
            case State.Ending.Refused _ -> messages.refusedStep();
            case State.Ending.Withdrawn _ -> messages.withdrawnStep();
            case State.Ending.NotConfirmed _ -> messages.expiredStep();
        };
    }
}
