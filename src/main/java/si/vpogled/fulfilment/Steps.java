package si.vpogled.fulfilment;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import si.vpogled.bundle.shelf.BundleShelf;
import si.vpogled.collection.Collect;
import si.vpogled.collection.Run;
import si.vpogled.collection.RunState;
import si.vpogled.collection.Runs;
import si.vpogled.request.Action;
import si.vpogled.request.Actor;
import si.vpogled.request.MoveCase;
import si.vpogled.request.RequestCase;
import si.vpogled.request.State;
import si.vpogled.storage.keys.RequestKeys;

/** The process's steps around the collection. Within a transaction, case locked. */
@ApplicationScoped
class Steps {
    private final Collect collect;
    private final Runs runs;
    private final BundleShelf shelf;
    private final RequestKeys keys;
    private final MoveCase cases;
    private final StepTimes times;

    Steps(Collect collect, Runs runs, BundleShelf shelf, RequestKeys keys, MoveCase cases, StepTimes times) {
        this.collect = collect;
        this.runs = runs;
        this.shelf = shelf;
        this.keys = keys;
        this.cases = cases;
        this.times = times;
    }

    void collect(RequestCase request) {
        keys.createIfAbsent(request.id());
        collect.start(request);
    }

    void review(RequestCase request) {
        boolean supplement = shelf.nextNumber(request.id()) > 1;
        cases.move(
                request.id(),
                State.Collecting.class,
                collecting -> collecting.collected(times.now(), supplement),
                Actor.system(),
                Action.COLLECTED,
                Map.of("failed", String.join(", ", failed(request.id()))));
    }

    /** The missing sources of a partial answer were asked again: if any has answered, staff look at the supplement. */
    void supplement(RequestCase request, State.Ready ready) {
        List<String> stillFailing = failed(request.id());
        boolean news = ready.partial().stream()
                .flatMap(partial -> partial.missing().stream())
                .anyMatch(connector -> !stillFailing.contains(connector));
        if (news) {
            cases.move(
                    request.id(),
                    State.Ready.class,
                    state -> state.supplement(times.now()),
                    Actor.system(),
                    Action.SUPPLEMENT_COLLECTED,
                    Map.of("failed", String.join(", ", stillFailing)));
        } else if (ready.partial().isPresent()) {
            askMissingLater(request.id(), ready.bundle());
        }
    }

    void askMissingLater(UUID request, int bundle) {
        times.askMissing(request, bundle);
    }

    private List<String> failed(UUID request) {
        return runs.of(request).stream()
                .filter(run -> run.state() == RunState.FAILED)
                .map(Run::connector)
                .toList();
    }
}
