package si.vpogled.web.problem;

import jakarta.ws.rs.core.HttpHeaders;
import java.time.Duration;
import java.util.Map;

/** A request is refused by the web itself, before any use case is asked. */
public final class ProblemException extends RuntimeException {
    private final ProblemKind kind;
    private final String subject;
    private final Map<String, String> headers;

    private ProblemException(ProblemKind kind, String subject, Map<String, String> headers) {
        super(kind + ": " + subject);
        this.kind = kind;
        this.subject = subject;
        this.headers = headers;
    }

    /**
     * @param subject what it is about, never personal data; may be empty
     */
    public static ProblemException of(ProblemKind kind, String subject) {
        return new ProblemException(kind, subject, Map.of());
    }

    /** A range that the file of this size does not have (RFC 9110 section 15.5.17). */
    public static ProblemException unsatisfiable(long size) {
        return new ProblemException(
                ProblemKind.RANGE_NOT_SATISFIABLE, Long.toString(size), Map.of("Content-Range", "bytes */" + size));
    }

    /** The subject is not signed in, or no more (RFC 6750). */
    public static ProblemException signInRequired() {
        return new ProblemException(
                ProblemKind.SIGN_IN_REQUIRED, "", Map.of(HttpHeaders.WWW_AUTHENTICATE, "Bearer realm=\"vpogled\""));
    }

    /** Done too often: when it can be done again (RFC 6585 section 4). */
    public static ProblemException tooMany(Duration wait) {
        long seconds = Math.max(1, wait.plusMillis(999).toSeconds());
        return new ProblemException(
                ProblemKind.TOO_MANY_REQUESTS,
                Duration.ofSeconds(seconds).toString(),
                Map.of(HttpHeaders.RETRY_AFTER, Long.toString(seconds)));
    }

    /** The store with the answers cannot be reached: when to ask again (RFC 9110 section 10.2.3). */
    public static ProblemException downloadLater(Duration wait, Throwable cause) {
        ProblemException later = new ProblemException(
                ProblemKind.DOWNLOAD_LATER, "", Map.of(HttpHeaders.RETRY_AFTER, Long.toString(wait.toSeconds())));
        later.initCause(cause);
        return later;
    }

    /** How long to wait; nothing where waiting does not help. */
    public Duration retryAfter() {
        return Duration.ofSeconds(Long.parseLong(headers.getOrDefault(HttpHeaders.RETRY_AFTER, "0")));
    }

    public ProblemKind kind() {
        return kind;
    }

    String subject() {
        return subject;
    }

    Map<String, String> headers() {
        return headers;
    }
}
