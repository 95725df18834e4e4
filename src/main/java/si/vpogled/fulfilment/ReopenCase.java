package si.vpogled.fulfilment;

import jakarta.enterprise.context.ApplicationScoped;
import si.vpogled.request.Actor;
import si.vpogled.request.ReopenRequest;

/** Takes up again what was refused for want of proof, for as long as it is not forgotten. */
@ApplicationScoped
public class ReopenCase {
    private final ReopenRequest reopen;
    private final ShreddedLedger ledger;

    ReopenCase(ReopenRequest reopen, ShreddedLedger ledger) {
        this.reopen = reopen;
        this.ledger = ledger;
    }

    public void reopen(String reference, Actor actor) {
        // looked up with the case locked, as it is when it is entered there
        reopen.reopen(reference, actor, closed -> !ledger.has(closed.id()));
    }
}
