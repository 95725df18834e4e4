package si.vpogled.connector.job;

import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import si.vpogled.connector.ConnectorException;

/** Raised once, by the first who wants a run to stop; looked at before every record and every piece of a file. */
final class StopSign {
    private final AtomicReference<ConnectorException> reason = new AtomicReference<>();
    private volatile boolean abandoned;

    /** Stops reading; what was read until now is still written. */
    void raise(ConnectorException why) {
        reason.compareAndSet(null, why);
    }

    /** Stops everything; nothing is written any more. */
    void abandon(ConnectorException why) {
        abandoned = true;
        raise(why);
    }

    boolean abandoned() {
        return abandoned;
    }

    Optional<ConnectorException> raised() {
        return Optional.ofNullable(reason.get());
    }

    void check() throws ConnectorException {
        if (raised().isPresent()) {
            throw raised().get();
        }
    }
}
