package si.vpogled.connector.http;

import java.time.Duration;
import java.util.Optional;
import si.vpogled.connector.ConnectorException;

/** How often one thing was tried; what has failed too often fails for good. */
final class Tries {
    private final Pace pace;
    private final int most;
    private int failures;

    Tries(Pace pace, int most) {
        this.pace = pace;
        this.most = most;
    }

    /**
     * Waits for another try.
     *
     * @param asked how long the backend wants to be left alone
     * @throws ConnectorException the fault, where there is no further try or no time for it
     */
    void again(ConnectorException fault, Optional<Duration> asked) throws ConnectorException {
        failures++;
        if (failures >= most || Thread.currentThread().isInterrupted()) {
            throw fault;
        }
        pace.wait(asked.orElseGet(() -> pace.backoff(failures)), fault);
    }
}
