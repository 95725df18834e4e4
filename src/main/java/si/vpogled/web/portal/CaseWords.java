package si.vpogled.web.portal;

import si.vpogled.collection.Run;
import si.vpogled.request.State;
import si.vpogled.web.page.CountMessages;
import si.vpogled.web.page.Page;

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

    /** Where the case stands, in a sentence. */
    String now(State state) {
        return switch (state) {
            case State.AwaitingConfirmation _ -> messages.nowAwaitingConfirmation();
            case State.AwaitingDecision _ -> messages.nowAwaitingDecision();
            case State.Collecting _ -> messages.nowCollecting();
            case State.InReview _ -> messages.nowInReview();
            case State.Assembling _ -> messages.nowAssembling();
            case State.Ready ready -> ready.partial().isPresent() ? messages.nowReadyInPart() : messages.nowReady();
            case State.Closed closed -> ended(closed.ending());
        };
    }

    private String ended(State.Ending ending) {
        return switch (ending) {
            case State.Ending.Answered _ -> messages.nowAnswered();
            case State.Ending.Refused _ -> messages.nowRefused();
            case State.Ending.Withdrawn _ -> messages.nowWithdrawn();
            case State.Ending.NotConfirmed _ -> messages.nowNotConfirmed();
        };
    }

    /** What a closed case ended with, as a step. */
    String end(State.Ending ending) {
        return switch (ending) {
            case State.Ending.Answered _ -> messages.closed();
            case State.Ending.Refused _ -> messages.refusedStep();
            case State.Ending.Withdrawn _ -> messages.withdrawnStep();
            case State.Ending.NotConfirmed _ -> messages.expiredStep();
        };
    }

    String run(Run run) {
        return switch (run.state()) {
            case WAITING -> messages.runWaiting();
            case QUEUED -> messages.runQueued();
            case RUNNING ->
                messages.runRunning(
                        page.counted(
                                run.records(),
                                page.messages(CountMessages.class).records()),
                        page.size(run.bytes()));
            case RETRYING -> messages.runRetrying();
            case ANSWERED -> messages.runAnswered();
            case FAILED -> messages.runFailed();
            case NOT_NEEDED -> messages.runNotNeeded();
            case CANCELLED -> messages.runCancelled();
        };
    }
}
