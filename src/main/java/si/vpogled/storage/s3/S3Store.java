package si.vpogled.storage.s3;

import java.io.IOException;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.NoSuchFileException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Iterator;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import si.vpogled.storage.Grant;
import si.vpogled.storage.ObjectKey;
import si.vpogled.storage.ObjectStore;
import si.vpogled.storage.StoreException;
import software.amazon.awssdk.services.s3.model.ListObjectsV2Response;
import software.amazon.awssdk.services.s3.model.MultipartUpload;
import software.amazon.awssdk.services.s3.model.S3Object;

/** Objects of a bucket that holds nothing else. Nothing is asked of it before the first use. */
public final class S3Store implements ObjectStore {
    /** Who asks whether we can work does not wait for long. */
    private static final Duration AT_ONCE = Duration.ofSeconds(10);

    /** How stores answer that do not let us see uploads: then their own rules must end them. */
    private static final Set<Integer> UNSEEN = Set.of(403, 405, 501);

    private final Bucket bucket;
    private final GrantUpload grants;

    public S3Store(S3Settings settings) {
        this.bucket = new Bucket(settings);
        this.grants = new GrantUpload(bucket, settings, InstantSource.system());
    }

    @Override
    public Upload create(String key) {
        return new S3Upload(bucket, ObjectKey.checked(key));
    }

    @Override
    public Grant grant(String key, Grant.Terms terms) throws IOException {
        return grants.of(ObjectKey.checked(key), terms);
    }

    @Override
    public SeekableByteChannel open(String key) throws IOException {
        Optional<Bucket.Found> found = bucket.find(ObjectKey.checked(key));
        if (found.isEmpty()) {
            bucket.ask(s3 -> s3.headBucket(request -> request.bucket(bucket.name())));
            throw new NoSuchFileException(key);
        }
        return new S3Channel(bucket, key, found.get());
    }

    @Override
    public boolean exists(String key) throws IOException {
        return bucket.find(ObjectKey.checked(key)).isPresent();
    }

    /** Uploads first: none of them may become an object that nobody removes. */
    @Override
    public void deleteAll(String prefix) throws IOException {
        ObjectKey.checkedPrefix(prefix);
        endUploads(prefix);
        Iterator<ListObjectsV2Response> pages = bucket.ask(s3 -> s3.listObjectsV2Paginator(
                        request -> request.bucket(bucket.name()).prefix(prefix))
                .iterator());
        while (bucket.ask(_ -> pages.hasNext())) {
            ListObjectsV2Response page = bucket.ask(_ -> pages.next());
            bucket.delete(page.contents().stream().map(S3Object::key).toList());
        }
    }

    private void endUploads(String prefix) throws IOException {
        try {
            abort(prefix, _ -> true);
        } catch (StoreException e) {
            if (!UNSEEN.contains(Faults.status(e))) {
                throw e;
            }
        }
    }

    @Override
    public void check() throws IOException {
        bucket.ask(s3 -> s3.listObjectsV2(request -> request.bucket(bucket.name())
                .maxKeys(1)
                .overrideConfiguration(bounded -> bounded.apiCallTimeout(AT_ONCE))));
    }

    /** Removes what uploads left that were begun before and killed: nobody sees it, and it takes room. */
    public void removeLeftovers(Instant before) throws IOException {
        abort("", upload -> upload.initiated().isBefore(before));
    }

    private void abort(String prefix, Predicate<MultipartUpload> which) throws IOException {
        Iterator<MultipartUpload> uploads = bucket.ask(s3 -> s3.listMultipartUploadsPaginator(
                        request -> request.bucket(bucket.name()).prefix(prefix))
                .uploads()
                .iterator());
        while (bucket.ask(_ -> uploads.hasNext())) {
            MultipartUpload upload = bucket.ask(_ -> uploads.next());
            if (upload.key().startsWith(prefix) && which.test(upload)) {
                bucket.abort(upload.key(), upload.uploadId());
            }
        }
    }
}
