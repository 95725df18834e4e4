package si.vpogled.connector.rdap;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import si.vpogled.connector.ConnectorException;
import si.vpogled.connector.FaultKind;

/**
 * How long a server is waited for; never longer than the run lasts.
 *
 * @param connect for a connection
 * @param read for bytes
 * @param end of the run
 */
record Waiting(Duration connectTime, Duration readTime, InstantSource clock, Instant end) {
    int connect() throws ConnectorException {
        return millis(connectTime);
    }

    int read() throws ConnectorException {
        return millis(readTime);
    }

    private int millis(Duration wanted) throws ConnectorException {
        long left = Duration.between(clock.instant(), end).toMillis();
        if (left <= 0) {
            throw new ConnectorException(
                    FaultKind.UNAVAILABLE, "The run's time was up before the registries had answered");
        }
        return (int) Math.min(Math.min(left, wanted.toMillis()), Integer.MAX_VALUE);
    }
}
