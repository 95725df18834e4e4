package si.vpogled.storage;

import java.io.IOException;
import java.util.Optional;

/**
 * The store cannot be used. The message says why and what to do, and holds neither a secret nor anybody's data: staff
 * read it, and logs keep it.
 */
public final class StoreException extends IOException {
    private final Kind kind;

    public StoreException(Kind kind, String message) {
        this(kind, message, null);
    }

    public StoreException(Kind kind, String message, Throwable cause) {
        super(message, cause);
        this.kind = kind;
    }

    /** Whether to try again. */
    public enum Kind {
        /** Until a setting is another, or a right there, it fails again. */
        MISCONFIGURED,
        /** It may do later. */
        UNAVAILABLE
    }

    public Kind kind() {
        return kind;
    }

    /** The one among a failure and its causes. */
    public static Optional<StoreException> among(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof StoreException found) {
                return Optional.of(found);
            }
        }
        return Optional.empty();
    }
}
