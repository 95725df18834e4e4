package si.vpogled.fulfilment;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import si.vpogled.bundle.shelf.BundleShelf;
import si.vpogled.letter.LetterKind;
import si.vpogled.letter.Letters;
import si.vpogled.request.Action;
import si.vpogled.request.Actor;
import si.vpogled.request.History;
import si.vpogled.request.MoveCase;
import si.vpogled.request.RequestConfig;
import si.vpogled.request.State;
import si.vpogled.schedule.TaskHandler;
import si.vpogled.storage.ObjectStore;

/**
 * The download period of a bundle is over: it goes, and with the last complete one the case is closed. Where the letter
 * which says that it is there was never taken by the mail server, and nobody downloaded it, the period begins anew, for a
 * year at most: staff are told, and have that long to reach whoever asked by another way.
 */
@ApplicationScoped
class EndDownloadTask implements TaskHandler {
    static final String TASK = "end-download";
    private static final Duration LONGEST = Duration.ofDays(365);

    private final MoveCase cases;
    private final BundleShelf shelf;
    private final History history;
    private final ObjectStore store;
    private final Letters letters;
    private final RequestConfig config;
    private final InstantSource clock;

    EndDownloadTask(
            MoveCase cases,
            BundleShelf shelf,
            History history,
            ObjectStore store,
            Letters letters,
            RequestConfig config,
            InstantSource clock) {
        this.cases = cases;
        this.shelf = shelf;
        this.letters = letters;
        this.config = config;
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
        Optional<Instant> prolonged = QuarkusTransaction.requiringNew().call(() -> prolong(request, number));
        if (prolonged.isPresent()) {
            return prolonged;
        }
        store.deleteAll("requests/" + request + "/bundles/" + number + "-");
        QuarkusTransaction.requiringNew().run(() -> end(request, number));
        return Optional.empty();
    }

    private Optional<Instant> prolong(UUID request, int number) {
        Map<String, String> bundle = Map.of("bundle", Integer.toString(number));
        if (!(cases.lock(request).state() instanceof State.Ready ready)
                || ready.bundle() != number
                || history.tells(request, Action.DOWNLOADED, bundle, Instant.EPOCH)) {
            return Optional.empty();
        }
        LetterKind kind = ready.partial().isPresent() ? LetterKind.READY_IN_PART : LetterKind.READY;
        Instant until = clock.instant().plus(config.downloadPeriod());
        if (!letters.undelivered(request, kind, Integer.toString(number))
                || until.isAfter(ready.since().plus(LONGEST))) {
            return Optional.empty();
        }
        shelf.prolong(request, number, until);
        letters.prolong(request, kind, Integer.toString(number), until);
        cases.move(
                request,
                State.Ready.class,
                standing -> standing.prolong(until),
                Actor.system(),
                Action.DOWNLOAD_PROLONGED,
                bundle);
        return Optional.of(until);
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
