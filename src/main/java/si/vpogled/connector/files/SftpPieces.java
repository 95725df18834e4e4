package si.vpogled.connector.files;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import org.apache.sshd.common.SshException;
import org.apache.sshd.common.util.buffer.Buffer;
import org.apache.sshd.common.util.buffer.ByteArrayBuffer;
import si.vpogled.connector.files.SftpChannel.Piece;

/** The bytes of an open file, asked for ahead of their turn. Closing it closes the file. */
final class SftpPieces extends InputStream {
    /** Bytes asked for at most. */
    private static final int UNDER_WAY = 1 << 20;

    private final SftpChannel channel;
    private final byte[] handle;
    private final long size;
    private final Deque<Piece> asked = new ArrayDeque<>();
    private long next;
    private Buffer piece = new ByteArrayBuffer();
    private boolean ended;

    SftpPieces(SftpChannel channel, byte[] handle, long offset, long size) {
        this.channel = channel;
        this.handle = handle;
        this.size = size;
        this.next = offset;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] bytes, int from, int length) throws IOException {
        if (length == 0) {
            return 0;
        }
        if (piece.available() == 0 && !advanced()) {
            return -1;
        }
        int count = Math.min(length, piece.available());
        piece.getRawBytes(bytes, from, count);
        return count;
    }

    private boolean advanced() throws IOException {
        askAhead();
        Piece first = asked.poll();
        if (first == null) {
            return false;
        }
        Optional<Buffer> taken = channel.take(first);
        if (taken.isEmpty()) {
            // it was cut off meanwhile
            forgetAsked();
            next = size;
            return false;
        }
        piece = taken.get();
        if (piece.available() < first.length()) {
            askForRest(first);
        }
        return true;
    }

    private void askAhead() {
        int block = channel.block();
        long room = UNDER_WAY - asked.stream().mapToLong(Piece::length).sum();
        if (next < size && (asked.isEmpty() || room >= UNDER_WAY / 2)) {
            long to = Math.min(size, next + Math.max(block, room));
            asked.addAll(channel.ask(handle, next, to, block));
            next = to;
        }
    }

    /** A server may give less than it was asked for, and then does so each time. */
    private void askForRest(Piece first) throws IOException {
        int given = piece.available();
        if (given == 0) {
            throw new SshException("The server gave no bytes, and no end either");
        }
        channel.gave(given);
        channel.ask(handle, first.offset() + given, first.offset() + first.length(), first.length())
                .forEach(asked::addFirst);
    }

    private void forgetAsked() {
        asked.forEach(forgotten -> channel.forget(forgotten.id()));
        asked.clear();
    }

    @Override
    public void close() {
        if (!ended) {
            ended = true;
            forgetAsked();
            channel.release(handle);
        }
    }
}
