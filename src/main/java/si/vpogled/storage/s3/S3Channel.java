package si.vpogled.storage.s3;

import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.NonWritableChannelException;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.NoSuchFileException;
import java.time.Duration;
import si.vpogled.storage.StoreException;

/**
 * Reads an object by ranges: short ones where reading jumps, longer ones where it goes on. An answer that breaks off is
 * asked for again from where it broke.
 */
final class S3Channel implements SeekableByteChannel {
    private static final long SHORTEST = 1 << 16;
    private static final long LONGEST = 8 << 20;
    private static final int GROWTH = 4;
    /** Answers that bring nothing, one after the other. */
    private static final int TRIES = 6;

    private static final Duration PAUSE = Duration.ofMillis(50);

    private final Bucket bucket;
    private final String key;
    private final Bucket.Found object;
    private Range range = Range.NONE;
    private long position;
    private boolean open = true;

    S3Channel(Bucket bucket, String key, Bucket.Found object) {
        this.bucket = bucket;
        this.key = key;
        this.object = object;
    }

    @Override
    public int read(ByteBuffer into) throws IOException {
        checkOpen();
        if (position >= object.size()) {
            return -1;
        }
        if (!into.hasRemaining()) {
            return 0;
        }
        for (int tries = 1; ; tries++) {
            try {
                int count = rangeAt(position).read(into);
                position += count;
                return count;
            } catch (Range.BrokenException e) {
                range.drop();
                range = Range.NONE;
                again(tries, e);
            }
        }
    }

    private Range rangeAt(long wanted) throws IOException {
        if (range.reaches(wanted)) {
            return range;
        }
        long length = range.endsAt(wanted) ? Math.min(range.length() * GROWTH, LONGEST) : SHORTEST;
        long end = Math.min(wanted + length, object.size());
        range.drop();
        range = Range.NONE;
        range = new Range(ask(wanted, end), wanted, end);
        return range;
    }

    private InputStream ask(long start, long end) throws IOException {
        try {
            return bucket.ask(s3 -> s3.getObject(request -> request.bucket(bucket.name())
                    .key(key)
                    .ifMatch(object.etag())
                    .range("bytes=" + start + "-" + (end - 1))));
        } catch (StoreException e) {
            if (Faults.status(e) == 404 || Faults.status(e) == 412) {
                throw new NoSuchFileException(key, null, "It is not there any more");
            }
            throw e;
        }
    }

    private void again(int tries, Range.BrokenException broken) throws IOException {
        if (tries == TRIES) {
            throw new StoreException(
                    StoreException.Kind.UNAVAILABLE,
                    "The S3 store breaks off its answers again and again: what stands between?",
                    broken);
        }
        try {
            Thread.sleep(PAUSE.multipliedBy(tries));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("Interrupted while an object was read");
        }
    }

    private void checkOpen() throws ClosedChannelException {
        if (!open) {
            throw new ClosedChannelException();
        }
    }

    @Override
    public long position() throws IOException {
        checkOpen();
        return position;
    }

    @Override
    public SeekableByteChannel position(long wanted) throws IOException {
        checkOpen();
        if (wanted < 0) {
            throw new IllegalArgumentException("A position is not negative");
        }
        position = wanted;
        return this;
    }

    @Override
    public long size() throws IOException {
        checkOpen();
        return object.size();
    }

    @Override
    public boolean isOpen() {
        return open;
    }

    @Override
    public void close() {
        open = false;
        range.drop();
        range = Range.NONE;
    }

    @Override
    public int write(ByteBuffer from) {
        throw new NonWritableChannelException();
    }

    @Override
    public SeekableByteChannel truncate(long size) {
        throw new NonWritableChannelException();
    }
}
