package si.vpogled.fulfilment.transmission;

import com.fasterxml.jackson.annotation.JsonValue;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;

/**
 * An answer on its way to a destination, and in the end its receipt (GDPR Art. 20(2)).
 *
 * @param bundle number of the answer
 * @param destination as the subject named it, without its secret; once the case is forgotten, the host alone
 * @param size in bytes
 * @param sha256 of the file, lower-case hexadecimal
 * @param answer what the other side said; empty until it took it
 * @param fault why the last try failed
 * @param ended when they had all of it, or it was given up
 */
public record Transmission(
        UUID id,
        int bundle,
        String destination,
        State state,
        long size,
        String sha256,
        String answer,
        Optional<DestinationException.Reason> fault,
        Instant named,
        Optional<Instant> ended) {
    /** How far it is. */
    public enum State {
        /** Waits for its first try or the next, or is being sent. */
        UNDER_WAY,
        /** They have all of it. */
        DONE,
        /** Given up. */
        FAILED;

        @JsonValue
        public String key() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    public boolean done() {
        return state == State.DONE;
    }
}
