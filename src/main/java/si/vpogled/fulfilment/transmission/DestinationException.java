package si.vpogled.fulfilment.transmission;

import java.util.Locale;

/** A destination that nothing can be sent to, or not now. */
public final class DestinationException extends Exception {
    private final Reason reason;

    DestinationException(Reason reason) {
        super(reason.key());
        this.reason = reason;
    }

    DestinationException(Reason reason, Throwable cause) {
        super(reason.key(), cause);
        this.reason = reason;
    }

    public Reason reason() {
        return reason;
    }

    /** Why, and whether another try may help. */
    public enum Reason {
        /** No address by HTTPS or SFTP that can be read. */
        MALFORMED(false),
        /** The secret is missing or cannot be one. */
        SECRET(false),
        /** The fingerprint of the host's key is missing or cannot be one. */
        FINGERPRINT(false),
        /** No such host. */
        UNKNOWN_HOST(true),
        /** It is, or leads to, an address that is not public. */
        NOT_PUBLIC(false),
        /** Nobody answers there, or the connection broke, or they are busy. */
        UNREACHABLE(true),
        /** The certificate is not one of this host, or the host's key is another. */
        OTHER_HOST(false),
        /** They do not know the secret. */
        NOT_PROVED(false),
        /** They take it from anybody, so that the secret proves nothing. */
        OPEN_TO_ALL(false),
        /** They proved it, and do not take the answer. */
        REFUSED(false),
        /** The time to download the answer was over. */
        OVER(false);

        private final boolean passing;

        Reason(boolean passing) {
            this.passing = passing;
        }

        /** Whether it may be otherwise later. */
        public boolean passing() {
            return passing;
        }

        public String key() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }
}
