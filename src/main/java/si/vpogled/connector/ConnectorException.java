package si.vpogled.connector;

import java.util.Objects;

/**
 * A fault of a kind. The message says what happened, to what, and what to do; it never holds personal data, a secret
 * or an address with credentials, because staff read it and logs keep it.
 */
public final class ConnectorException extends Exception {
    private final FaultKind kind;

    public ConnectorException(FaultKind kind, String message) {
        this(kind, message, null);
    }

    public ConnectorException(FaultKind kind, String message, Throwable cause) {
        super(Objects.requireNonNull(message), cause);
        this.kind = Objects.requireNonNull(kind);
    }

    public FaultKind kind() {
        return kind;
    }
}
