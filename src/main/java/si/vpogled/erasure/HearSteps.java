package si.vpogled.erasure;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import si.vpogled.collection.StepEnded;
import si.vpogled.connector.ErasureOutcome;
import si.vpogled.connector.FaultKind;
import si.vpogled.connector.Order;
import si.vpogled.connector.PlannedGroup.Way;
import si.vpogled.request.Action;
import si.vpogled.request.MoveCase;
import si.vpogled.request.State;

/** Writes down what a connector did, or still found, and has it go on where it must. */
@ApplicationScoped
class HearSteps {
    private final ErasureGroups groups;
    private final TakeSteps take;
    private final Execution execution;
    private final ErasedLedger ledger;
    private final MoveCase cases;
    private final InstantSource clock;

    HearSteps(
            ErasureGroups groups,
            TakeSteps take,
            Execution execution,
            ErasedLedger ledger,
            MoveCase cases,
            InstantSource clock) {
        this.groups = groups;
        this.take = take;
        this.execution = execution;
        this.ledger = ledger;
        this.cases = cases;
        this.clock = clock;
    }

    void on(@Observes StepEnded ended) {
        switch (cases.lock(ended.request()).state()) {
            case State.Executing executing -> {
                ended.outcome().ifPresent(outcome -> erased(ended, outcome));
                goOn(ended, executing.plan());
                execution.advance(ended.request());
            }
            case State.Proving proving -> {
                ended.outcome().ifPresent(outcome -> looked(ended, outcome));
                goOn(ended, proving.plan());
                execution.advance(ended.request());
            }
            case State.AwaitingConfirmation _,
                    State.AwaitingDecision _,
                    State.Collecting _,
                    State.InReview _,
                    State.Assembling _,
                    State.Planned _,
                    State.AwaitingApproval _,
                    State.Ready _,
                    State.Remaining _,
                    State.Closed _ -> {
                // nobody waits for it any more
            }
        }
    }

    private void erased(StepEnded ended, ErasureOutcome outcome) {
        Instant now = clock.instant();
        DueGroups due = due(ended);
        long erased = 0;
        for (ErasureOutcome.Step step : outcome.steps()) {
            due.taken(ended.connector(), step.group()).forEach(row -> row.took(step, now));
            erased += step.erased();
        }
        // who is away is asked for weeks: only what came of it is worth a line of history
        if (erased > 0 || ended.fault().isEmpty()) {
            cases.note(
                    ended.request(),
                    Action.STEP_TAKEN,
                    Map.of("connector", ended.connector(), "records", Long.toString(erased)));
        }
    }

    private void looked(StepEnded ended, ErasureOutcome outcome) {
        Instant now = clock.instant();
        DueGroups due = due(ended);
        for (ErasureOutcome.Finding finding : outcome.findings()) {
            due.looked(ended.connector(), finding.group()).forEach(row -> looked(row, finding, now));
        }
    }

    private void looked(GroupEntity row, ErasureOutcome.Finding finding, Instant now) {
        if (row.way == Way.ERASE && finding.proves(row.planned)) {
            ledger.enter(row, now);
        }
        row.looked(finding, now);
    }

    private DueGroups due(StepEnded ended) {
        return new DueGroups(groups.due(ended.request()));
    }

    /** At once where only the step's bound ended it; after a while where somebody was away; else it is for staff to see. */
    private void goOn(StepEnded ended, String plan) {
        boolean bound = ended.outcome().stream()
                .flatMap(outcome -> outcome.steps().stream())
                .anyMatch(step -> step.state() == ErasureOutcome.State.CONTINUES);
        boolean away = ended.fault()
                .filter(fault -> fault.kind() == FaultKind.UNAVAILABLE)
                .isPresent();
        Order.Operation operation = ended.operation();
        if (away) {
            take.later(ended.request(), ended.connector(), operation, plan);
        } else if (bound) {
            take.goOn(ended.request(), ended.connector(), operation, plan);
        }
    }
}
