package si.vpogled.fulfilment;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import si.vpogled.bundle.shelf.BundleShelf;
import si.vpogled.request.Action;
import si.vpogled.request.Actor;
import si.vpogled.request.History;
import si.vpogled.request.MoveCase;
import si.vpogled.request.State;
import si.vpogled.schedule.TaskHandler;
import si.vpogled.storage.ObjectStore;

/** The download period of a bundle is over: it goes, and with the last complete one the case is closed. */
@ApplicationScoped
class EndDownloadTask implements TaskHandler {
    static final String TASK = "end-download";

    private final MoveCase cases;
    private final BundleShelf shelf;
    private final History history;
    private final ObjectStore store;
    private final InstantSource clock;

    EndDownloadTask(MoveCase cases, BundleShelf shelf, History history, ObjectStore store, InstantSource clock) {
        this.cases = cases;
        this.shelf = shelf;
        this.history = history;
        this.store = store;
        this.clock = clock;
    }

    @Override
    public String task() {
        return TASK;
    }

    @Override
    public Optional<Instant> run(String instance) throws IOException {
        String[] parts = instance.split("/");
        UUID request = UUID.fromString(parts[0]);
        int number = Integer.parseInt(parts[1]);
        store.deleteAll("requests/" + request + "/bundles/" + number + "-");
        QuarkusTransaction.requiringNew().run(() -> end(request, number));
        return Optional.empty();
    }

    private void end(UUID request, int number) {
        State state = cases.lock(request).state();
        if (shelf.end(request, number)) {
            history.append(request, Actor.system(), Action.DOWNLOAD_ENDED, Map.of("bundle", Integer.toString(number)));
        }
        // a partial answer stays open until what is missing has come
        if (state instanceof State.Ready ready
                && ready.bundle() == number
                && ready.partial().isEmpty()) {
            cases.move(
                    request,
                    State.Ready.class,
                    answered -> answered.close(clock.instant()),
                    Actor.system(),
                    Action.CLOSED,
                    Map.of());
        }
    }
}
