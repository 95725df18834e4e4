package si.vpogled.storage.s3;

import java.io.IOException;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.NoSuchFileException;
import java.time.Instant;
import java.util.Iterator;
import java.util.Optional;
import si.vpogled.storage.ObjectKey;
import si.vpogled.storage.ObjectStore;
import software.amazon.awssdk.services.s3.model.ListObjectsV2Response;
import software.amazon.awssdk.services.s3.model.MultipartUpload;
import software.amazon.awssdk.services.s3.model.S3Object;

/** Objects of a bucket that holds nothing else. Nothing is asked of it before the first use. */
public final class S3Store implements ObjectStore {
    private final Bucket bucket;

    public S3Store(S3Settings settings) {
        this.bucket = new Bucket(settings);
    }

    @Override
    public Upload create(String key) {
        return new S3Upload(bucket, ObjectKey.checked(key));
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

    @Override
    public void deleteAll(String prefix) throws IOException {
        ObjectKey.checkedPrefix(prefix);
        Iterator<ListObjectsV2Response> pages = bucket.ask(s3 -> s3.listObjectsV2Paginator(
                        request -> request.bucket(bucket.name()).prefix(prefix))
                .iterator());
        while (bucket.ask(_ -> pages.hasNext())) {
            ListObjectsV2Response page = bucket.ask(_ -> pages.next());
            bucket.delete(page.contents().stream().map(S3Object::key).toList());
        }
    }

    /**
     * Looks whether the bucket is there and open to us.
     *
     * @throws si.vpogled.storage.StoreException saying what to do
     */
    public void check() throws IOException {
        bucket.ask(
                s3 -> s3.listObjectsV2(request -> request.bucket(bucket.name()).maxKeys(1)));
    }

    /** Removes what uploads left that were begun before and killed: nobody sees it, and it takes room. */
    public void removeLeftovers(Instant before) throws IOException {
        Iterator<MultipartUpload> uploads =
                bucket.ask(s3 -> s3.listMultipartUploadsPaginator(request -> request.bucket(bucket.name()))
                        .uploads()
                        .iterator());
        while (bucket.ask(_ -> uploads.hasNext())) {
            MultipartUpload upload = bucket.ask(_ -> uploads.next());
            if (upload.initiated().isBefore(before)) {
                bucket.abort(upload.key(), upload.uploadId());
            }
        }
    }
}
