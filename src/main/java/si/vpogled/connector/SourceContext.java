package si.vpogled.connector;

import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;

/**
 * What a source may use beside its settings.
 *
 * @param connector whose source it is
 * @param secrets the connector's own secrets, by name
 * @param clock for waiting and time-outs
 * @param time what is left of the run's time when the source is opened; statement and read time-outs stay below it
 * @param scratch a private folder for temporary files, emptied when the run ends; what is written there is encrypted
 */
public record SourceContext(String connector, Secrets secrets, InstantSource clock, Duration time, Path scratch) {
    /** A connector's secrets. */
    public interface Secrets {
        /**
         * @throws ConnectorException of kind misconfigured, naming the secret, where there is none
         */
        String secret(String name) throws ConnectorException;
    }
}
