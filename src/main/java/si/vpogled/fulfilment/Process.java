package si.vpogled.fulfilment;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.InstantSource;
import java.util.UUID;
import si.vpogled.collection.CollectionEnded;
import si.vpogled.letter.LetterKind;
import si.vpogled.letter.Letters;
import si.vpogled.request.CaseEvent;
import si.vpogled.request.MoveCase;
import si.vpogled.request.RequestCase;
import si.vpogled.request.RequestConfig;
import si.vpogled.request.Right;
import si.vpogled.request.State;
import si.vpogled.schedule.Schedule;

/** What follows each change of a case, ordered in the transaction of the change. */
@ApplicationScoped
class Process {
    private final Steps steps;
    private final Letters letters;
    private final Schedule schedule;
    private final MoveCase cases;
    private final RequestConfig config;
    private final InstantSource clock;

    Process(
            Steps steps,
            Letters letters,
            Schedule schedule,
            MoveCase cases,
            RequestConfig config,
            InstantSource clock) {
        this.steps = steps;
        this.letters = letters;
        this.schedule = schedule;
        this.cases = cases;
        this.config = config;
        this.clock = clock;
    }

    void on(@Observes CaseEvent event) {
        switch (event) {
            case CaseEvent.Moved moved
            when moved.from().filter(State.Closed.class::isInstance).isPresent() ->
                reopened(moved.request(), moved.to());
            case CaseEvent.Moved moved
            when moved.from().filter(State.Executing.class::isInstance).isPresent() -> {
                // whatever it goes on to, is the erasure's process
            }
            case CaseEvent.Moved moved -> follow(moved.request(), moved.to());
            case CaseEvent.TimeLimitExtended extended ->
                letters.order(extended.request(), LetterKind.EXTENDED, turn(extended.request()));
            case CaseEvent.IdentityChecked checked -> checked(cases.lock(checked.request()));
            case CaseEvent.SignInAsked asked ->
                letters.order(asked.request(), LetterKind.SIGN_IN, asked.link().toString());
        }
    }

    /** Accounts that are proved while sources are asked are looked up as well; a policy decides again. */
    private void checked(RequestCase found) {
        if (found.state() instanceof State.Collecting) {
            steps.collect(found);
        } else if (found.state() instanceof State.AwaitingDecision) {
            // as another task than one which may just be finding that proof is lacking
            acceptByPolicy(found.id() + "/" + clock.instant().toEpochMilli());
        }
    }

    private void acceptByPolicy(String instance) {
        if (config.acceptAutomatically()) {
            schedule.at(clock.instant(), AcceptTask.TASK, instance);
        }
    }

    /** It is not forgotten yet. */
    private void reopened(UUID request, State to) {
        schedule.cancel(ShredTask.TASK, request.toString());
        follow(request, to);
    }

    /** Tells letters of a request that was reopened from those that were sent before. */
    private String turn(UUID request) {
        RequestCase found = cases.lock(request);
        return found.countedFrom().equals(found.receivedAt()) ? "" : "reopened " + found.countedFrom();
    }

    private void follow(UUID request, State to) {
        switch (to) {
            case State.AwaitingConfirmation waiting -> {
                letters.order(request, LetterKind.CONFIRM, "");
                schedule.at(waiting.expiresAt(), ExpireTask.TASK, request.toString());
            }
            case State.AwaitingDecision _ -> {
                letters.order(request, LetterKind.RECEIVED, turn(request));
                acceptByPolicy(request.toString());
            }
            case State.Collecting _ -> steps.collect(cases.lock(request));
            case State.InReview _ -> {
                // staff look at it: the next step is theirs
            }
            case State.Assembling assembling ->
                schedule.at(clock.instant(), AssembleTask.TASK, AssembleTask.instance(request, assembling));
            case State.Planned _, State.AwaitingApproval _, State.Executing _, State.Proving _ -> {
                // what follows is the erasure's process
            }
            case State.Remaining remaining ->
                letters.order(
                        request, LetterKind.ERASED_IN_PART, remaining.next().toString());
            case State.Ready ready -> ready(request, ready);
            case State.Closed closed -> closed(request, closed);
        }
    }

    private void ready(UUID request, State.Ready ready) {
        LetterKind kind = ready.partial().isPresent() ? LetterKind.READY_IN_PART : LetterKind.READY;
        letters.order(request, kind, Integer.toString(ready.bundle()));
        schedule.at(ready.availableUntil(), EndDownloadTask.TASK, request + "/" + ready.bundle());
        if (ready.partial().isPresent()) {
            steps.askMissingLater(request, ready.bundle());
        }
    }

    private void closed(UUID request, State.Closed closed) {
        switch (closed.ending()) {
            case State.Ending.Refused _ -> letters.order(request, LetterKind.REFUSED, turn(request));
            case State.Ending.AnsweredInPart _ -> letters.order(request, LetterKind.ENDED_IN_PART, "");
            case State.Ending.Withdrawn _ -> letters.order(request, LetterKind.WITHDRAWN, "");
            case State.Ending.Erased _ -> letters.order(request, LetterKind.ERASED, "");
            case State.Ending.Answered _, State.Ending.NotConfirmed _ -> {
                // the answer was the last letter; and to an address that nobody confirmed, none is sent
            }
        }
        boolean reopens = closed.ending().forWantOfProof();
        schedule.at(
                reopens ? clock.instant().plus(config.reopenPeriod()) : clock.instant(),
                ShredTask.TASK,
                request.toString());
    }

    void on(@Observes CollectionEnded ended) {
        RequestCase found = cases.lock(ended.request());
        if (found.right() == Right.ERASURE) {
            return;
        }
        switch (found.state()) {
            case State.Collecting _ -> steps.review(found);
            case State.Ready ready -> steps.supplement(found, ready);
            case State.AwaitingConfirmation _,
                    State.AwaitingDecision _,
                    State.InReview _,
                    State.Assembling _,
                    State.Planned _,
                    State.AwaitingApproval _,
                    State.Executing _,
                    State.Proving _,
                    State.Remaining _,
                    State.Closed _ -> {
                // the case went on without waiting
            }
        }
    }
}
