package si.vpogled.fulfilment;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;
import java.util.UUID;
import si.vpogled.bundle.shelf.BundleShelf;
import si.vpogled.request.MoveCase;
import si.vpogled.request.State;
import si.vpogled.schedule.TaskHandler;
import si.vpogled.storage.ObjectStore;

/**
 * A case is closed: its key is dropped first, which makes every copy unreadable, backups included, and with it what was
 * written about the case in words and what is known of the subject; then the objects. Before all that it is entered in
 * the ledger of those whose key a restored backup must not bring back.
 */
@ApplicationScoped
class ShredTask implements TaskHandler {
    static final String TASK = "shred";

    private final BundleShelf shelf;
    private final MoveCase cases;
    private final ShreddedLedger ledger;
    private final ForgetCase forget;
    private final ObjectStore store;

    ShredTask(BundleShelf shelf, MoveCase cases, ShreddedLedger ledger, ForgetCase forget, ObjectStore store) {
        this.shelf = shelf;
        this.cases = cases;
        this.ledger = ledger;
        this.forget = forget;
        this.store = store;
    }

    @Override
    public String task() {
        return TASK;
    }

    @Override
    public Optional<Instant> run(String instance) throws IOException {
        UUID request = UUID.fromString(instance);
        // an answer that was given stays for its whole period, even where its supplement is refused or withdrawn
        Optional<Instant> promised = QuarkusTransaction.requiringNew()
                .call(() -> shelf.available(request).stream()
                        .map(BundleShelf.Bundle::availableUntil)
                        .max(Comparator.naturalOrder()));
        if (promised.isPresent()) {
            return promised;
        }
        Optional<State.Closed> closed = QuarkusTransaction.requiringNew().call(() -> still(request));
        if (closed.isEmpty()) {
            return Optional.empty();
        }
        ledger.enter(request, closed.get());
        QuarkusTransaction.requiringNew().run(() -> forget.forget(request));
        store.deleteAll("requests/" + request + "/");
        return Optional.empty();
    }

    /** Unless it was reopened; from here on it cannot be. */
    private Optional<State.Closed> still(UUID request) {
        if (!(cases.lock(request).state() instanceof State.Closed closed)) {
            return Optional.empty();
        }
        ledger.numberOf(request);
        return Optional.of(closed);
    }
}
