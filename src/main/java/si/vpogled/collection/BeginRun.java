package si.vpogled.collection;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import si.vpogled.connector.ApprovedStep;
import si.vpogled.connector.Fault;
import si.vpogled.connector.FaultKind;
import si.vpogled.connector.Order;
import si.vpogled.connector.definition.ConnectorDefinition;
import si.vpogled.request.MoveCase;
import si.vpogled.request.RequestCase;
import si.vpogled.request.State;
import si.vpogled.storage.keys.RequestKeys;
import si.vpogled.subject.Identifier;

/** Begins an attempt, if the case still wants it and there is room. Within a transaction. */
@ApplicationScoped
class BeginRun {
    private static final long ERASED_AT_ONCE = 10_000;

    private final Runs.Rows runs;
    private final MoveCase cases;
    private final Connectors connectors;
    private final KnownIdentifiers known;
    private final RequestKeys keys;
    private final RunRoom room;

    BeginRun(
            Runs.Rows runs,
            MoveCase cases,
            Connectors connectors,
            KnownIdentifiers known,
            RequestKeys keys,
            RunRoom room) {
        this.runs = runs;
        this.cases = cases;
        this.connectors = connectors;
        this.known = known;
        this.keys = keys;
        this.room = room;
    }

    sealed interface Beginning {}

    /** There is no room now. */
    record Later(Instant when) implements Beginning {}

    /** The run is not wanted any more, or was launched anew. */
    record Over() implements Beginning {}

    /** Its case ended, while it was under way or before. */
    record Cancelled(UUID run) implements Beginning {}

    /** It cannot be attempted, or not again. */
    record Hopeless(UUID run, Order.Operation operation, Fault fault) implements Beginning {}

    record Begun(Order order) implements Beginning {}

    /**
     * @param launcher who will have it carried out
     */
    Beginning begin(UUID id, int launch, Launcher launcher) {
        UUID request = runs.findById(id).request;
        RequestCase wanted = cases.lock(request);
        RunEntity run = runs.findById(id, LockModeType.PESSIMISTIC_WRITE);
        // it was read before the case was locked: a process that was stopped in between must not go by that
        runs.getEntityManager().refresh(run);
        if (run.launches != launch || run.state.ended()) {
            return new Over();
        }
        if (wanted.state() instanceof State.Closed) {
            run.state = RunState.CANCELLED;
            return new Cancelled(id);
        }
        return connectors
                .named(run.connector)
                .map(definition -> begin(run, wanted, definition, launcher))
                .orElseGet(() -> new Hopeless(id, run.operation, Connectors.undefined(run.connector)));
    }

    private Beginning begin(RunEntity run, RequestCase wanted, ConnectorDefinition definition, Launcher launcher) {
        if (run.state == RunState.RUNNING && launcher.goesOnAlone()) {
            // whoever began it is gone, and it goes on: it is followed from here
            return new Begun(order(run, wanted, definition));
        }
        if (run.state == RunState.RUNNING && room.spent(run)) {
            return new Hopeless(run.id, run.operation, unended(run));
        }
        return room.until(run, definition).<Beginning>map(Later::new).orElseGet(() -> {
            count(run);
            return new Begun(order(run, wanted, definition));
        });
    }

    /** Whoever began it is gone without a word, and the next one would go the same way: it is for staff to see why. */
    private static Fault unended(RunEntity run) {
        return new Fault(
                FaultKind.DEFECT,
                "The run was begun " + run.tries + " times, and its process ended in the midst of the last attempt:"
                        + " look at the service's log, whether memory is short, and ask it again");
    }

    /** Where an attempt's extract goes: into a folder of its own, so that who writes it need see nothing else. */
    static String destination(UUID request, UUID run, int attempt) {
        return place(request, run, attempt) + "/extract";
    }

    /** What the names of all begin with that an attempt ever wrote, also when its extract was a file beside others. */
    static List<String> traces(UUID request, UUID run, int attempt) {
        return List.of(place(request, run, attempt) + "/", place(request, run, attempt) + ".extract");
    }

    private static String place(UUID request, UUID run, int attempt) {
        return "requests/" + request + "/runs/" + run + "-" + attempt;
    }

    private void count(RunEntity run) {
        run.attempt++;
        run.tries++;
        run.state = RunState.RUNNING;
        run.waitNoLonger();
        run.startedAt = room.now();
        run.endedAt = null;
        run.retryAt = null;
        run.records = 0;
        run.bytes = 0;
    }

    private Order order(RunEntity run, RequestCase wanted, ConnectorDefinition definition) {
        Optional<ApprovedStep> step = Optional.ofNullable(run.step).filter(_ -> run.operation.isPlanned());
        return new Order(
                Order.VERSION,
                run.id,
                run.attempt,
                wanted.id(),
                run.connector,
                run.operation,
                step.map(BeginRun::identifiers).orElseGet(() -> known.toAsk(wanted.id(), definition)),
                connectors.items(definition, wanted.services(), wanted.right()),
                wanted.language(),
                destination(wanted.id(), run.id, run.attempt),
                keys.publicKey(wanted.id()).toPublicJWK().toJSONObject(),
                limits(run.operation, definition),
                step);
    }

    /** Those of the groups, whatever is known by now: an account that is gone is no longer found. */
    private static List<Identifier> identifiers(ApprovedStep step) {
        return step.groups().stream()
                .map(planned -> planned.group().identifier())
                .distinct()
                .toList();
    }

    /** What erases does so in small steps, so that each can be told of before the next begins. */
    private static Order.Limits limits(Order.Operation operation, ConnectorDefinition definition) {
        Order.Limits limits = definition.limits();
        return operation == Order.Operation.ERASE
                ? new Order.Limits(limits.seconds(), Math.min(limits.records(), ERASED_AT_ONCE), limits.bytes())
                : limits;
    }
}
