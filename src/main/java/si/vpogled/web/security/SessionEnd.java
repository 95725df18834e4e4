package si.vpogled.web.security;

import java.time.Duration;
import java.time.Instant;

/**
 * When a session ends, for the page that warns of it.
 *
 * @param seconds until it ends if it is not used
 * @param extendable whether using it would let it last longer than the time of the warning
 */
public record SessionEnd(long seconds, boolean extendable) {
    public static SessionEnd of(Instant idleAt, Instant expiresAt, Instant now) {
        Instant end = idleAt.isBefore(expiresAt) ? idleAt : expiresAt;
        return new SessionEnd(Duration.between(now, end).toSeconds(), idleAt.isBefore(expiresAt));
    }
}
