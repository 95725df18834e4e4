package si.vpogled.erasure;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import si.vpogled.collection.ErasureSteps;
import si.vpogled.connector.Order;
import si.vpogled.request.Action;
import si.vpogled.request.Actor;
import si.vpogled.request.MoveCase;
import si.vpogled.request.RequestCase;
import si.vpogled.request.State;

/**
 * Carries an approved plan out: what is due is erased, then looked for again, and erased once more where it is still
 * there. It ends when nothing is left that the plan says goes; until then the case does not close. Within a transaction,
 * case locked.
 */
@ApplicationScoped
public class Execution {
    /** How often a connector may say that something is gone which is not, before people look at it. */
    private static final int ROUNDS = 3;

    private final ErasureGroups groups;
    private final TakeSteps take;
    private final ErasureSteps steps;
    private final Certificates certificates;
    private final MoveCase cases;
    private final InstantSource clock;

    Execution(
            ErasureGroups groups,
            TakeSteps take,
            ErasureSteps steps,
            Certificates certificates,
            MoveCase cases,
            InstantSource clock) {
        this.groups = groups;
        this.take = take;
        this.steps = steps;
        this.certificates = certificates;
        this.cases = cases;
        this.clock = clock;
    }

    public void erase(UUID request, State.Executing executing) {
        steps.remember(request, groups.identifiers(request));
        take.erase(request, executing.plan());
        advance(request);
    }

    public void prove(UUID request, State.Proving proving) {
        take.verify(request, proving.plan());
        advance(request);
    }

    /** Goes on when no connector is at work any more; what failed waits for staff. */
    void advance(UUID request) {
        if (steps.underWay(request)) {
            return;
        }
        List<GroupEntity> due = groups.due(request);
        switch (cases.lock(request).state()) {
            case State.Executing executing -> executed(request, executing, due);
            case State.Proving proving -> proved(request, proving, due);
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
                // it went on already
            }
        }
    }

    /**
     * Has a connector whose step failed take what is left once more: what it did meanwhile is not ordered again.
     *
     * @return false where none failed
     */
    public boolean again(RequestCase found, String connector) {
        if (!steps.failed(found.id()).contains(connector)) {
            return false;
        }
        switch (found.state()) {
            case State.Executing state -> take.goOn(found.id(), connector, Order.Operation.ERASE, state.plan());
            case State.Proving state -> take.goOn(found.id(), connector, Order.Operation.VERIFY, state.plan());
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
                return false;
            }
        }
        return true;
    }

    /** What became due meanwhile is done with the rest. */
    private void executed(UUID request, State.Executing state, List<GroupEntity> due) {
        if (any(due, GroupState.REPLANNED)) {
            stop(request, due);
        } else if (due.stream().noneMatch(row -> row.state.open())) {
            cases.move(
                    request,
                    State.Executing.class,
                    executing -> executing.executed(clock.instant()),
                    Actor.system(),
                    Action.EXECUTED,
                    Map.of());
        } else {
            take.erase(request, state.plan(), steps.failed(request));
        }
    }

    private void proved(UUID request, State.Proving proving, List<GroupEntity> due) {
        if (any(due, GroupState.REPLANNED) || any(due, GroupState.CONTRADICTED)) {
            cases.move(
                    request,
                    State.Proving.class,
                    state -> state.contradicted(clock.instant()),
                    Actor.system(),
                    Action.CONTRADICTED,
                    Map.of("connector", connectors(due, proving)));
        } else if (due.stream().allMatch(row -> row.state == GroupState.PROVED || row.isLater())) {
            end(request);
        }
    }

    /** Who said too often that something is gone which is not, is not asked a further time: people look at it anew. */
    private String connectors(List<GroupEntity> due, State.Proving proving) {
        List<GroupEntity> contradicted =
                due.stream().filter(row -> row.state == GroupState.CONTRADICTED).toList();
        if (proving.round() >= ROUNDS) {
            contradicted.forEach(row -> row.state = GroupState.REPLANNED);
        }
        return due.stream()
                .filter(row -> row.state == GroupState.CONTRADICTED || row.state == GroupState.REPLANNED)
                .map(row -> row.connector)
                .distinct()
                .collect(Collectors.joining(", "));
    }

    private void stop(UUID request, List<GroupEntity> due) {
        String connectors = due.stream()
                .filter(row -> row.state == GroupState.REPLANNED)
                .map(row -> row.connector)
                .distinct()
                .collect(Collectors.joining(", "));
        cases.move(
                request,
                State.Executing.class,
                executing -> executing.stop(clock.instant()),
                Actor.system(),
                Action.STOPPED,
                Map.of("connector", connectors));
    }

    private void end(UUID request) {
        certificates.issue(request);
        cases.move(
                request,
                State.Proving.class,
                proving -> groups.next(request)
                        .<State>map(day -> proving.provedForNow(clock.instant(), day))
                        .orElseGet(() -> proving.proved(clock.instant())),
                Actor.system(),
                Action.PROVED,
                Map.of());
    }

    private static boolean any(List<GroupEntity> due, GroupState state) {
        return due.stream().anyMatch(row -> row.state == state);
    }
}
