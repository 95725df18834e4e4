package si.vpogled.fulfilment;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import si.vpogled.bundle.shelf.BundleShelf;
import si.vpogled.request.CaseException;
import si.vpogled.request.MoveCase;
import si.vpogled.request.State;
import si.vpogled.storage.ObjectStore;

/**
 * After a backup was restored: closes the cases again that were closed since, and drops their keys once more, before
 * anybody is answered and any task is done. Nobody is written to: they were, at the time.
 */
@Singleton
class ReplayShredded {
    private static final Logger LOG = LoggerFactory.getLogger(ReplayShredded.class);

    /** Ahead of who does tasks. */
    private static final int FIRST = 100;

    private final ShreddedLedger ledger;
    private final MoveCase cases;
    private final BundleShelf shelf;
    private final ForgetCase forget;
    private final ObjectStore store;

    ReplayShredded(ShreddedLedger ledger, MoveCase cases, BundleShelf shelf, ForgetCase forget, ObjectStore store) {
        this.ledger = ledger;
        this.cases = cases;
        this.shelf = shelf;
        this.forget = forget;
        this.store = store;
    }

    void start(@Observes @Priority(FIRST) StartupEvent event) {
        try {
            replay();
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "The ledger of dropped keys cannot be read from the store, so it cannot be told whether this database"
                            + " is an earlier state that was restored: " + e.getMessage(),
                    e);
        }
    }

    void replay() throws IOException {
        for (ShreddedLedger.Lacking one : ledger.lacking()) {
            UUID request = one.entry().request();
            boolean here = QuarkusTransaction.requiringNew().call(() -> again(one.number(), one.entry()));
            if (here) {
                store.deleteAll("requests/" + request + "/");
                LOG.warn("Request {} was closed after the backup that was restored: it is closed again", request);
            }
        }
    }

    /** @return false where the restored database does not know the case */
    private boolean again(long number, ShreddedLedger.Entry entry) {
        ledger.note(number, entry.request());
        try {
            cases.lock(entry.request());
        } catch (CaseException later) {
            return false;
        }
        cases.closeAgain(entry.request(), (State.Closed) entry.closed());
        shelf.available(entry.request()).forEach(bundle -> shelf.end(entry.request(), bundle.number()));
        forget.forget(entry.request());
        return true;
    }
}
