package si.vpogled.storage.s3;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import si.vpogled.storage.StoreException;
import software.amazon.awssdk.core.exception.AbortedException;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.DeleteObjectsResponse;
import software.amazon.awssdk.services.s3.model.HeadObjectResponse;
import software.amazon.awssdk.services.s3.model.ObjectIdentifier;
import software.amazon.awssdk.services.s3.model.S3Error;

/** One bucket, and what goes wrong with it told as a {@link StoreException}. */
final class Bucket {
    /** Metadata of an object: which upload made it. */
    private static final String UPLOAD = "upload";

    private final S3Settings settings;
    private final Faults faults;
    private S3Client client;

    Bucket(S3Settings settings) {
        this.settings = settings;
        this.faults = new Faults(settings);
    }

    /** What is asked of the store. */
    @FunctionalInterface
    interface Request<T> {
        T to(S3Client client);
    }

    /** @param upload which made it */
    record Found(long size, String etag, String upload) {}

    <T> T ask(Request<T> request) throws IOException {
        S3Client asked = client();
        try {
            return request.to(asked);
        } catch (SdkException e) {
            if (e instanceof AbortedException || Thread.currentThread().isInterrupted()) {
                Thread.currentThread().interrupt();
                throw new InterruptedIOException("Interrupted while the store was asked");
            }
            throw faults.told(e);
        }
    }

    /** Made at the first request: a job is to ask its backend before. */
    private synchronized S3Client client() throws StoreException {
        if (client == null) {
            client = Connect.to(settings);
        }
        return client;
    }

    String name() {
        return settings.bucket();
    }

    int partSize() {
        return settings.partSize();
    }

    static Map<String, String> madeBy(String upload) {
        return Map.of(UPLOAD, upload);
    }

    Optional<Found> find(String key) throws IOException {
        try {
            HeadObjectResponse head =
                    ask(s3 -> s3.headObject(object -> object.bucket(name()).key(key)));
            return Optional.of(
                    new Found(head.contentLength(), head.eTag(), head.metadata().getOrDefault(UPLOAD, "")));
        } catch (StoreException e) {
            if (Faults.status(e) == 404) {
                return Optional.empty();
            }
            throw e;
        }
    }

    /** Ends an upload of parts that will never be whole; none of it is no error. */
    void abort(String key, String upload) throws IOException {
        try {
            ask(s3 -> s3.abortMultipartUpload(
                    request -> request.bucket(name()).key(key).uploadId(upload)));
        } catch (StoreException e) {
            if (Faults.status(e) != 404) {
                throw e;
            }
        }
    }

    /** @param keys 1,000 at most */
    void delete(List<String> keys) throws IOException {
        if (keys.isEmpty()) {
            return;
        }
        List<ObjectIdentifier> objects = keys.stream()
                .map(key -> ObjectIdentifier.builder().key(key).build())
                .toList();
        DeleteObjectsResponse answer = ask(s3 -> s3.deleteObjects(
                request -> request.bucket(name()).delete(all -> all.quiet(true).objects(objects))));
        for (S3Error error : answer.errors()) {
            throw new StoreException(
                    error.code().equals("AccessDenied")
                            ? StoreException.Kind.MISCONFIGURED
                            : StoreException.Kind.UNAVAILABLE,
                    "The S3 store at " + settings.place() + " does not remove "
                            + answer.errors().size()
                            + " objects, such as " + error.key() + ": " + error.code()
                            + "; the access key must have the right to delete, and no lock may stand on the bucket");
        }
    }
}
