package si.vpogled.storage.s3;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import software.amazon.awssdk.http.Abortable;

/** The answer to one request for a range of an object, read once and in order. */
final class Range {
    /** Nothing was asked for yet. */
    static final Range NONE = new Range(InputStream.nullInputStream(), 0, 0);

    /** So much is sooner read over than asked for anew. */
    private static final long NEAR = 1 << 15;

    private static final int PIECE = 1 << 14;

    private final InputStream answer;
    private final long start;
    private final long end;
    private final byte[] piece;
    private long next;

    /**
     * @param start its first byte's place in the object
     * @param end after its last
     */
    Range(InputStream answer, long start, long end) {
        this.answer = answer;
        this.start = start;
        this.end = end;
        this.piece = new byte[(int) Math.min(PIECE, end - start)];
        this.next = start;
    }

    /** The connection went, or the answer ended before its end. */
    static final class BrokenException extends IOException {
        BrokenException(IOException cause) {
            super("An answer of the S3 store broke off", cause);
        }
    }

    long length() {
        return end - start;
    }

    boolean endsAt(long place) {
        return end == place && length() > 0;
    }

    /** Reads over what lies before. */
    boolean reaches(long place) throws BrokenException {
        if (place < next || place >= end || place - next > NEAR) {
            return false;
        }
        while (next < place) {
            take((int) Math.min(piece.length, place - next));
        }
        return true;
    }

    /** @return how many bytes, at least one */
    int read(ByteBuffer into) throws BrokenException {
        int count = take((int) Math.min(Math.min(piece.length, into.remaining()), end - next));
        into.put(piece, 0, count);
        return count;
    }

    private int take(int most) throws BrokenException {
        try {
            int count = answer.read(piece, 0, most);
            if (count <= 0) {
                throw new IOException("It ended at byte " + next + " of " + end);
            }
            next += count;
            return count;
        } catch (IOException e) {
            throw new BrokenException(e);
        }
    }

    /** A connection whose answer was read to its end is used again; else it is closed. */
    void drop() {
        if (next < end && answer instanceof Abortable running) {
            running.abort();
            return;
        }
        try {
            answer.close();
        } catch (IOException nothingToLose) {
            return;
        }
    }
}
