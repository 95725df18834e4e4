package si.vpogled.storage.s3;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.FileAlreadyExistsException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import si.vpogled.storage.ObjectStore;
import si.vpogled.storage.PartBuffer;
import si.vpogled.storage.StoreException;
import si.vpogled.storage.StoreSettings;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.model.CompletedPart;
import software.amazon.awssdk.services.s3.model.UploadPartResponse;

/** Sends what fits into one part at once, and anything longer part by part: it appears with the last request. */
final class S3Upload implements ObjectStore.Upload {
    /** The store makes an object only where there is none of its key. */
    static final String WHERE_NONE_IS = "*";

    private final Bucket bucket;
    private final String key;
    private final String id = UUID.randomUUID().toString();
    private final PartBuffer buffer;
    private final List<CompletedPart> parts = new ArrayList<>();
    private final OutputStream stream = new Writing();
    private String multipart = "";
    private boolean over;
    private boolean placing;
    private boolean closed;

    S3Upload(Bucket bucket, String key) {
        this.bucket = bucket;
        this.key = key;
        this.buffer = new PartBuffer(bucket.partSize());
    }

    @Override
    public OutputStream stream() {
        return stream;
    }

    /** Whoever seals into it closes it, which means nothing here. */
    private final class Writing extends OutputStream {
        @Override
        public void write(int one) throws IOException {
            write(new byte[] {(byte) one}, 0, 1);
        }

        @Override
        public void write(byte[] bytes, int offset, int length) throws IOException {
            checkOpen();
            int taken = 0;
            while (taken < length) {
                if (buffer.isFull()) {
                    sendPart();
                }
                taken += buffer.add(bytes, offset + taken, length - taken);
            }
        }
    }

    private void checkOpen() throws IOException {
        if (over) {
            throw new IOException("The upload is over, or failed before");
        }
    }

    /** A part that could not be sent ends the upload: there is no object with a gap. */
    private void sendPart() throws IOException {
        over = true;
        int number = parts.size() + 1;
        if (number > S3Settings.MOST_PARTS) {
            throw StoreSettings.wrong(
                    S3Settings.PART_SIZE,
                    "be larger: an object has " + S3Settings.MOST_PARTS + " parts at most, and this one needs more");
        }
        if (multipart.isEmpty()) {
            multipart = bucket.ask(s3 -> s3.createMultipartUpload(
                            request -> request.bucket(bucket.name()).key(key).metadata(Bucket.madeBy(id))))
                    .uploadId();
        }
        UploadPartResponse sent = bucket.ask(s3 -> s3.uploadPart(
                request -> request.bucket(bucket.name())
                        .key(key)
                        .uploadId(multipart)
                        .partNumber(number)
                        .contentMD5(buffer.md5()),
                body()));
        parts.add(CompletedPart.builder().partNumber(number).eTag(sent.eTag()).build());
        buffer.clear();
        over = false;
    }

    private RequestBody body() {
        return RequestBody.fromContentProvider(buffer::content, buffer.length(), "application/octet-stream");
    }

    @Override
    public void commit() throws IOException {
        checkOpen();
        if (bucket.find(key).isPresent()) {
            throw new FileAlreadyExistsException(key);
        }
        if (!multipart.isEmpty() && !buffer.isEmpty()) {
            sendPart();
        }
        over = true;
        placing = true;
        try {
            place();
        } catch (StoreException e) {
            // where an answer was lost, the store may have done what it was asked to
            if (!isOurs()) {
                throw existsMeanwhile(e) ? new FileAlreadyExistsException(key) : e;
            }
        }
        closed = true;
    }

    private void place() throws IOException {
        if (multipart.isEmpty()) {
            bucket.ask(s3 -> s3.putObject(
                    request -> request.bucket(bucket.name())
                            .key(key)
                            .ifNoneMatch(WHERE_NONE_IS)
                            .metadata(Bucket.madeBy(id))
                            .contentMD5(buffer.md5()),
                    body()));
        } else {
            bucket.ask(s3 -> s3.completeMultipartUpload(request -> request.bucket(bucket.name())
                    .key(key)
                    .ifNoneMatch(WHERE_NONE_IS)
                    .uploadId(multipart)
                    .multipartUpload(all -> all.parts(parts))));
        }
    }

    private boolean isOurs() throws IOException {
        return bucket.find(key).filter(found -> found.upload().equals(id)).isPresent();
    }

    private static boolean existsMeanwhile(StoreException e) {
        return Faults.status(e) == 412 || Faults.status(e) == 409;
    }

    /** Nor is anything left of a commit that failed and came to pass nevertheless. */
    @Override
    public void close() throws IOException {
        if (closed) {
            return;
        }
        over = true;
        closed = true;
        // who was interrupted still tidies up
        boolean interrupted = Thread.interrupted();
        try {
            if (!multipart.isEmpty()) {
                bucket.abort(key, multipart);
            }
            if (placing && isOurs()) {
                bucket.delete(List.of(key));
            }
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
