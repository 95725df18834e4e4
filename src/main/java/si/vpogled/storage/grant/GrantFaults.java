package si.vpogled.storage.grant;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.ConnectException;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.net.UnknownHostException;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Set;
import javax.net.ssl.SSLException;
import si.vpogled.storage.Grant;
import si.vpogled.storage.StoreException;
import si.vpogled.storage.StoreException.Kind;
import si.vpogled.storage.grant.SignedRequests.Answer;

/** Says what a store has against what it was granted to take. Addresses stay unsaid: whoever has one can write. */
final class GrantFaults {
    private static final Set<String> PASSING = Set.of(
            "BadDigest",
            "IncompleteBody",
            "InternalError",
            "OperationAborted",
            "RequestTimeout",
            "ServiceUnavailable",
            "SlowDown",
            "XAmzContentSHA256Mismatch");

    /** It does not know what it is asked to do, nor will it when it is asked again. */
    private static final int UNKNOWN = 501;

    private final String store;
    private final Instant until;
    private final InstantSource clock;

    GrantFaults(Grant.Parts grant, InstantSource clock) {
        URI address = URI.create(grant.complete().url());
        this.store = "The S3 store at " + address.getScheme() + "://" + address.getAuthority();
        this.until = grant.until();
        this.clock = clock;
    }

    /** Whether it may be taken when it is sent again. */
    static boolean passes(Answer answer) {
        return PASSING.contains(answer.code())
                || answer.status() >= 500 && answer.status() != UNKNOWN
                || answer.status() == 429;
    }

    StoreException refused(Answer answer) {
        if (!clock.instant().isBefore(until)) {
            return new StoreException(
                    Kind.UNAVAILABLE,
                    store + " takes nothing any more: what the run was granted was good until " + until);
        }
        return switch (answer.code()) {
            case "BadDigest", "XAmzContentSHA256Mismatch" ->
                new StoreException(
                        Kind.UNAVAILABLE,
                        store + " got other bytes than were sent, again and again: what stands between alters them");
            case "InvalidPart", "InvalidPartOrder", "NoSuchUpload", "PreconditionFailed" ->
                new StoreException(
                        Kind.UNAVAILABLE,
                        store + " does not know the upload any more (" + answer.code()
                                + "): it was ended, or another process of the run brought it to its end");
            default -> byStatus(answer);
        };
    }

    private StoreException byStatus(Answer answer) {
        int status = answer.status();
        return switch (status) {
            case 401, 403 ->
                new StoreException(
                        Kind.MISCONFIGURED,
                        store + " refuses what the service granted (" + status + " " + answer.code()
                                + "): the service's access key must have the right to write, and the clocks of both be"
                                + " right");
            case 404, 409, 412 ->
                new StoreException(Kind.UNAVAILABLE, store + " does not know the upload any more (" + status + ")");
            case UNKNOWN ->
                new StoreException(
                        Kind.MISCONFIGURED,
                        store + " answers 501 " + answer.code() + ": it must write an object only where there is none"
                                + " (If-None-Match: *), which this one does not know; take a newer version of it, or"
                                + " another store");
            case 429, 503 -> new StoreException(Kind.UNAVAILABLE, store + " asks for patience; try later");
            default ->
                new StoreException(
                        status >= 500 ? Kind.UNAVAILABLE : Kind.MISCONFIGURED,
                        store + " answers " + status + " " + answer.code() + ": see its own log");
        };
    }

    /** Certificates first: a handshake that fails is a lost connection as well. */
    StoreException unanswered(IOException failure) throws InterruptedIOException {
        if (Thread.currentThread().isInterrupted()) {
            throw new InterruptedIOException("Interrupted while the store was asked");
        }
        if (causedBy(failure, SSLException.class) && causedBy(failure, GeneralSecurityException.class)) {
            return new StoreException(
                    Kind.MISCONFIGURED,
                    store + " shows a certificate that no trusted authority issued for this name:"
                            + " VPOGLED_STORE_S3_CA of the service must name the file of its authority",
                    failure);
        }
        return new StoreException(Kind.UNAVAILABLE, store + " " + lost(failure), failure);
    }

    private static String lost(IOException failure) {
        if (causedBy(failure, UnknownHostException.class)) {
            return "cannot be found from the job: its name is unknown there";
        }
        if (causedBy(failure, ConnectException.class) || causedBy(failure, SocketTimeoutException.class)) {
            return "does not answer the job: is it running, and does a network policy let the job reach it?";
        }
        return "lost the connection again and again: what stands between?";
    }

    private static boolean causedBy(Throwable failure, Class<? extends Throwable> kind) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (kind.isInstance(cause)) {
                return true;
            }
        }
        return false;
    }
}
