package si.vpogled.fulfilment;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.List;
import java.util.UUID;
import si.vpogled.collection.Collect;
import si.vpogled.collection.CollectionEnded;
import si.vpogled.collection.Run;
import si.vpogled.collection.RunState;
import si.vpogled.collection.Runs;
import si.vpogled.erasure.Execution;
import si.vpogled.erasure.MakePlan;
import si.vpogled.law.TimeLimit;
import si.vpogled.request.CaseEvent;
import si.vpogled.request.MoveCase;
import si.vpogled.request.RequestCase;
import si.vpogled.request.Right;
import si.vpogled.request.State;
import si.vpogled.schedule.Schedule;

/** What follows each change of an erasure, from what was found to the day on which the last of it goes. */
@ApplicationScoped
class ErasureProcess {
    /** At which hour of its day what was kept goes. */
    private static final int HOUR = 4;

    private final MakePlan plan;
    private final Execution execution;
    private final Collect collect;
    private final Runs runs;
    private final MoveCase cases;
    private final Schedule schedule;

    ErasureProcess(MakePlan plan, Execution execution, Collect collect, Runs runs, MoveCase cases, Schedule schedule) {
        this.plan = plan;
        this.execution = execution;
        this.collect = collect;
        this.runs = runs;
        this.cases = cases;
        this.schedule = schedule;
    }

    void on(@Observes CollectionEnded ended) {
        RequestCase found = cases.lock(ended.request());
        if (found.right() == Right.ERASURE && found.state() instanceof State.Collecting) {
            plan.make(found, failed(found.id()));
        }
    }

    void on(@Observes CaseEvent.Moved moved) {
        switch (moved.to()) {
            case State.Executing executing -> execution.erase(moved.request(), executing);
            case State.Proving proving -> execution.prove(moved.request(), proving);
            case State.Remaining remaining -> later(moved.request(), remaining);
            case State.Collecting _ -> again(moved);
            case State.AwaitingConfirmation _,
                    State.AwaitingDecision _,
                    State.InReview _,
                    State.Assembling _,
                    State.Planned _,
                    State.AwaitingApproval _,
                    State.Ready _,
                    State.Closed _ -> {
                // the process of every request, or the next step of staff
            }
        }
    }

    /** There was more than the plan said: all that was looked at is looked at again. */
    private void again(CaseEvent.Moved moved) {
        if (moved.from().filter(State.Executing.class::isInstance).isPresent()) {
            collect.startAnew(moved.request());
        }
    }

    private void later(UUID request, State.Remaining remaining) {
        schedule.at(
                remaining.next().atTime(HOUR, 0).atZone(TimeLimit.ZONE).toInstant(),
                EraseRemainderTask.TASK,
                EraseRemainderTask.instance(request, remaining));
    }

    private List<String> failed(UUID request) {
        return runs.of(request).stream()
                .filter(run -> run.state() == RunState.FAILED)
                .map(Run::connector)
                .toList();
    }
}
