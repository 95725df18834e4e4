package si.vpogled.collection;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import si.vpogled.connector.Fault;
import si.vpogled.connector.FaultKind;
import si.vpogled.connector.Order;
import si.vpogled.request.IdentityProofs;
import si.vpogled.request.RequestCase;
import si.vpogled.schedule.Schedule;
import si.vpogled.subject.Identifier;
import si.vpogled.subject.IdentifierKind;

/** Starts a case's collection, and starts each further run as soon as it can. Within a transaction, case locked. */
@ApplicationScoped
public class Collect {
    private final Connectors connectors;
    private final Runs.Rows runs;
    private final KnownIdentifiers known;
    private final IdentityProofs proofs;
    private final Schedule schedule;
    private final Event<CollectionEnded> ended;
    private final InstantSource clock;

    Collect(
            Connectors connectors,
            Runs.Rows runs,
            KnownIdentifiers known,
            IdentityProofs proofs,
            Schedule schedule,
            Event<CollectionEnded> ended,
            InstantSource clock) {
        this.connectors = connectors;
        this.runs = runs;
        this.known = known;
        this.proofs = proofs;
        this.schedule = schedule;
        this.ended = ended;
        this.clock = clock;
    }

    /** A run for each connector that something is to be asked of; runs that are there already stay. */
    public void start(RequestCase request) {
        Set<Identifier> proved = proofs.of(request.id()).stream()
                .flatMap(proof -> known
                        .add(request.id(), proof.identifiers(), proof.method().key())
                        .stream())
                .collect(Collectors.toSet());
        Set<String> there =
                runs.of(request.id()).stream().map(run -> run.connector).collect(Collectors.toSet());
        connectors.inScope(request.services(), request.right()).stream()
                .filter(definition -> !there.contains(definition.connector()))
                .forEach(definition -> runs.persist(RunEntity.waiting(
                        request.id(), definition.connector(), Connectors.operation(request.right()))));
        runs.flush();
        askAgain(request.id(), proved, "");
        advance(request.id());
    }

    /** Asks every connector of a case again, whatever each was asked last. */
    public void startAnew(UUID request) {
        runs.of(request).stream().filter(run -> run.state.ended()).forEach(Collect::wait);
        runs.flush();
        advance(request);
    }

    /**
     * Asks a connector again. What builds on it is asked again only if it then says something else.
     *
     * @return false where it is at work already, or there is no such run
     */
    public boolean again(UUID request, String connector) {
        RunEntity run = byConnector(request).get(connector);
        if (run == null || !run.state.ended()) {
            return false;
        }
        wait(run);
        return true;
    }

    /** Identifiers came or went: everyone who looks people up by their kind is asked again, but for who told. */
    void askAgain(UUID request, Set<Identifier> changed, String told) {
        Set<IdentifierKind> kinds = changed.stream().map(Identifier::type).collect(Collectors.toSet());
        runs.of(request).stream()
                .filter(run -> run.state.ended() && !run.connector.equals(told))
                .filter(run -> needs(run, kinds) || !told.isEmpty() && blocked(run, told))
                .forEach(Collect::wait);
    }

    private boolean needs(RunEntity run, Set<IdentifierKind> kinds) {
        return connectors.named(run.connector).stream()
                .flatMap(definition -> definition.needs().stream())
                .anyMatch(kinds::contains);
    }

    /** It failed, perhaps only because the one that now answers had. */
    private boolean blocked(RunEntity run, String told) {
        return run.state == RunState.FAILED && connectors.waves().after(told).contains(run.connector);
    }

    private static void wait(RunEntity run) {
        if (run.operation.isPlanned()) {
            // whoever asks again wants to know what there is now
            run.take(Order.Operation.FIND, null);
        }
        run.state = RunState.WAITING;
        run.tries = 0;
    }

    /** Launches what can be launched, and tells when nothing is left to do. */
    void advance(UUID request) {
        Map<String, RunEntity> all = byConnector(request);
        all.values().stream()
                .filter(run -> run.state == RunState.WAITING
                        && connectors.named(run.connector).isEmpty())
                .forEach(run -> run.fail(Connectors.undefined(run.connector), clock.instant()));
        List<Waves.Step> steps = next(request, all);
        while (!steps.isEmpty()) {
            steps.forEach(step -> take(all.get(step.connector()), step));
            steps = next(request, all);
        }
        runs.flush();
        if (all.values().stream().allMatch(run -> run.state.ended())) {
            ended.fire(new CollectionEnded(request));
        }
    }

    private List<Waves.Step> next(UUID request, Map<String, RunEntity> all) {
        Map<String, RunState> states =
                all.values().stream().collect(Collectors.toMap(run -> run.connector, run -> run.state));
        Set<IdentifierKind> kinds =
                known.of(request).stream().map(Identifier::type).collect(Collectors.toSet());
        Set<String> silent = all.values().stream()
                .filter(run -> run.view().silent())
                .map(run -> run.connector)
                .collect(Collectors.toSet());
        return connectors.waves().next(states, silent, kinds);
    }

    private void take(RunEntity run, Waves.Step step) {
        run.retryAt = null;
        switch (step.verb()) {
            case START -> queue(run, clock.instant());
            case NOT_NEEDED -> {
                run.state = RunState.NOT_NEEDED;
                run.bringNothing();
                run.fault(Optional.empty());
                run.endedAt = clock.instant();
            }
            case BLOCKED -> {
                String why = "Not asked, because " + step.by() + " has no answer; retry " + step.by() + " first";
                run.fail(new Fault(FaultKind.UNAVAILABLE, why), clock.instant());
                run.startedAt = null;
            }
        }
    }

    void queue(RunEntity run, Instant when) {
        run.launches++;
        run.waitNoLonger();
        schedule.at(when, RunTask.TASK, run.id + "/" + run.launches);
        if (run.state != RunState.RETRYING) {
            run.state = RunState.QUEUED;
        }
    }

    private Map<String, RunEntity> byConnector(UUID request) {
        return runs.of(request).stream().collect(Collectors.toMap(run -> run.connector, run -> run));
    }
}
