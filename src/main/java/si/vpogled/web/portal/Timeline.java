package si.vpogled.web.portal;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import si.vpogled.law.TimeLimit;
import si.vpogled.request.Action;
import si.vpogled.request.History;
import si.vpogled.request.Right;
import si.vpogled.request.State;
import si.vpogled.web.page.Page;

/** The steps of a case: those done, with their times, the one it is at, and those to come. */
final class Timeline {
    private static final int LAST = 4;

    private final Right right;
    private final State state;
    private final TimeLimit limit;
    private final List<History.Entry> history;
    private final Page page;
    private final CaseWords words;

    Timeline(Right right, State state, TimeLimit limit, List<History.Entry> history, Page page) {
        this.right = right;
        this.state = state;
        this.limit = limit;
        this.history = history;
        this.page = page;
        this.words = new CaseWords(page);
    }

    /**
     * @param status {@code done}, {@code current} or {@code ahead}
     * @param text what else there is to say; may be empty
     */
    record Step(String title, Optional<Instant> at, String status, String text) {
        public boolean current() {
            return status.equals("current");
        }
    }

    List<Step> steps() {
        CaseMessages messages = words.messages();
        List<Step> all = new ArrayList<>();
        all.add(step(messages.submitted(), Action.SUBMITTED, 0));
        all.add(step(messages.confirmed(), Action.CONFIRMED, 1));
        all.add(step(messages.accepted(), Action.ACCEPTED, 2));
        if (right == Right.ERASURE) {
            all.add(step(messages.planned(), Action.PLANNED, 3));
            all.add(step(messages.erasedStep(), Action.PROVED, LAST));
        } else {
            all.add(step(messages.collected(), Action.COLLECTED, 3));
            all.add(step(messages.assembled(), Action.ASSEMBLED, LAST));
        }
        if (state instanceof State.Closed closed) {
            String end = words.end(closed.ending());
            all.removeIf(step -> !step.status().equals("done") || step.title().equals(end));
            all.add(new Step(end, Optional.of(closed.at()), "current", ""));
        }
        return all;
    }

    private Step step(String title, Action action, int place) {
        Optional<Instant> at = history.stream()
                .filter(entry -> entry.action().equals(action.key()))
                .map(History.Entry::at)
                .reduce((_, last) -> last);
        boolean done = state instanceof State.Closed ? at.isPresent() : place < reached();
        String status = done ? "done" : place == reached() ? "current" : "ahead";
        boolean answer = place == LAST && place > reached();
        return new Step(
                title,
                place <= reached() ? at : Optional.empty(),
                status,
                answer ? words.messages().dueStep(page.day(limit.due())) : "");
    }

    /** The step that the case is at. */
    private int reached() {
        return switch (state) {
            case State.AwaitingConfirmation _ -> 0;
            case State.AwaitingDecision _ -> 1;
            case State.Collecting _ -> 2;
            case State.InReview _,
                    State.Assembling _,
                    State.Planned _,
                    State.AwaitingApproval _,
                    State.Executing _,
                    State.Proving _ -> 3;
            case State.Ready _, State.Remaining _, State.Closed _ -> LAST;
        };
    }
}
