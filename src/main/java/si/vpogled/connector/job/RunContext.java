package si.vpogled.connector.job;

import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Map;
import si.vpogled.connector.ConnectorException;
import si.vpogled.connector.FaultKind;
import si.vpogled.storage.Uploads;

/**
 * What a run finds around it.
 *
 * @param clock for the time limit and the times in the outcome
 * @param uploads takes the extract, under the order's destination
 * @param environment fills <code>${NAME}</code> in settings, names the secrets (see {@link EnvironmentSecrets}), and
 *     sets {@value #COOLING_OFF_DAYS} (default {@value #DEFAULT_COOLING_OFF_DAYS})
 * @param scratch an existing folder; each run makes a private one in it and removes that at its end
 * @param watcher told about once a second how far the run is
 */
public record RunContext(
        InstantSource clock, Uploads uploads, Map<String, String> environment, Path scratch, Watcher watcher) {
    public static final String COOLING_OFF_DAYS = "VPOGLED_IDENTITY_COOLING_OFF_DAYS";
    private static final int DEFAULT_COOLING_OFF_DAYS = 30;

    public RunContext {
        environment = Map.copyOf(environment);
    }

    /** For how many days a changed contact proves nothing. */
    int coolingOffDays() throws ConnectorException {
        String days = environment.getOrDefault(COOLING_OFF_DAYS, String.valueOf(DEFAULT_COOLING_OFF_DAYS));
        if (!days.matches("[0-9]{1,4}")) {
            throw new ConnectorException(FaultKind.MISCONFIGURED, COOLING_OFF_DAYS + " is not a number of days");
        }
        return Integer.parseInt(days);
    }

    /** Hears how far a run is, on the thread that called for it. */
    @FunctionalInterface
    public interface Watcher {
        /** Watches nothing and lets every run go on. */
        Watcher NONE = (records, bytes) -> true;

        /**
         * @param records and files so far
         * @param bytes so far, before compression
         * @return false where the run was overtaken or is no longer wanted: it stops as soon as it can
         */
        boolean at(long records, long bytes);
    }
}
