package si.vpogled.storage.s3;

import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.security.GeneralSecurityException;
import javax.net.ssl.SSLException;
import si.vpogled.storage.StoreException;
import si.vpogled.storage.StoreException.Kind;
import si.vpogled.storage.StoreSettings;
import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.core.exception.ApiCallTimeoutException;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.s3.model.S3Exception;

/** Says what an S3 store refused, or why there was none, and what to do. */
final class Faults {
    private final S3Settings settings;

    Faults(S3Settings settings) {
        this.settings = settings;
    }

    StoreException told(SdkException failure) {
        return failure instanceof S3Exception refused ? refused(refused) : unanswered(failure);
    }

    /** The store's own word for it; empty where there is none, as in answers without a body. */
    static String code(S3Exception refused) {
        AwsErrorDetails details = refused.awsErrorDetails();
        return details == null || details.errorCode() == null ? "" : details.errorCode();
    }

    /** How the store answered; 0 where it did not. */
    static int status(StoreException told) {
        return told.getCause() instanceof S3Exception refused ? refused.statusCode() : 0;
    }

    private StoreException refused(S3Exception refused) {
        return switch (code(refused)) {
            case "InvalidAccessKeyId" ->
                misconfigured("does not know the access key: check", S3Settings.ACCESS_KEY, refused);
            case "SignatureDoesNotMatch" ->
                misconfigured(
                        "finds that secret and access key do not belong together: check",
                        S3Settings.SECRET_KEY,
                        refused);
            case "NoSuchBucket" -> noBucket(refused);
            case "AuthorizationHeaderMalformed", "IllegalLocationConstraintException", "PermanentRedirect" ->
                misconfigured("has the bucket in another region: check", S3Settings.REGION, refused);
            case "RequestTimeTooSkewed" ->
                new StoreException(
                        Kind.MISCONFIGURED, store() + " has another time: set the clocks of both by NTP", refused);
            case "NoSuchUpload" ->
                new StoreException(
                        Kind.UNAVAILABLE, store() + " ended the upload before it was whole; try again", refused);
            case "BadDigest", "XAmzContentSHA256Mismatch" ->
                new StoreException(
                        Kind.UNAVAILABLE,
                        store() + " got other bytes than were sent, again and again: what stands between alters them",
                        refused);
            default -> byStatus(refused);
        };
    }

    private StoreException byStatus(S3Exception refused) {
        int status = refused.statusCode();
        return switch (status) {
            case 301, 307 -> misconfigured("has the bucket in another region: check", S3Settings.REGION, refused);
            case 401, 403 ->
                new StoreException(
                        Kind.MISCONFIGURED,
                        store() + " refuses access to the bucket " + settings.bucket() + ": check "
                                + StoreSettings.variable(S3Settings.ACCESS_KEY)
                                + ", and that it may list the bucket and read, write and delete its objects",
                        refused);
            case 404 -> noBucket(refused);
            case 501 ->
                new StoreException(
                        Kind.MISCONFIGURED,
                        store() + " answers 501 " + code(refused) + ": it must write an object only where there is none"
                                + " (If-None-Match: *), which this one does not know; take a newer version of it, or"
                                + " another store",
                        refused);
            case 429, 503 -> new StoreException(Kind.UNAVAILABLE, store() + " asks for patience; try later", refused);
            default ->
                new StoreException(
                        status >= 500 ? Kind.UNAVAILABLE : Kind.MISCONFIGURED,
                        store() + " answers " + status + " " + code(refused) + ": see its own log",
                        refused);
        };
    }

    private StoreException noBucket(S3Exception refused) {
        return new StoreException(
                Kind.MISCONFIGURED,
                store() + " has no bucket " + settings.bucket() + ": make it, or check "
                        + StoreSettings.variable(S3Settings.BUCKET),
                refused);
    }

    private StoreException misconfigured(String what, String setting, S3Exception refused) {
        return new StoreException(
                Kind.MISCONFIGURED, store() + " " + what + " " + StoreSettings.variable(setting), refused);
    }

    /** Certificates first: a handshake that fails is a lost connection as well. */
    private StoreException unanswered(SdkException failure) {
        if (causedBy(failure, SSLException.class) && causedBy(failure, GeneralSecurityException.class)) {
            return new StoreException(
                    Kind.MISCONFIGURED,
                    store() + " shows a certificate that no trusted authority issued for this name: "
                            + StoreSettings.variable(S3Settings.CA) + " must name the file of its authority",
                    failure);
        }
        return new StoreException(Kind.UNAVAILABLE, store() + " " + lost(failure), failure);
    }

    private static String lost(SdkException failure) {
        String endpoint = StoreSettings.variable(S3Settings.ENDPOINT);
        if (causedBy(failure, UnknownHostException.class)) {
            return "cannot be found: its name is unknown; check " + endpoint;
        }
        if (causedBy(failure, ConnectException.class)
                || causedBy(failure, NoRouteToHostException.class)
                || causedBy(failure, SocketTimeoutException.class)
                || causedBy(failure, ApiCallTimeoutException.class)) {
            return "does not answer: is it running, and " + endpoint + " its address?";
        }
        if (causedBy(failure, SSLException.class)) {
            return "cannot be reached by TLS: does it speak it at that port? Check " + endpoint;
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

    private String store() {
        return "The S3 store at " + settings.place();
    }
}
