package si.vpogled.connector.files;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.sshd.client.session.ClientSession;
import org.apache.sshd.common.util.buffer.Buffer;
import org.apache.sshd.common.util.buffer.ByteArrayBuffer;
import org.apache.sshd.sftp.client.SftpVersionSelector;
import org.apache.sshd.sftp.client.impl.SftpAckData;
import org.apache.sshd.sftp.client.impl.SftpResponse;
import org.apache.sshd.sftp.common.SftpConstants;

/**
 * An SFTP channel that asks together what can be asked together: a small file takes two round trips. A server answers
 * requests about one file as if they had come one after the other (draft-ietf-secsh-filexfer-02, section 6.1).
 */
final class SftpChannel extends SftpAnswers {
    private static final SftpVersionSelector VERSION = SftpVersionSelector.fixedVersionSelector(SftpConstants.SFTP_V3);
    private static final int LISTINGS_AHEAD = 2;
    /** As much as an answer may hold that the library takes. */
    private static final int LARGEST_BLOCK = 255 << 10;
    /** As much as every server gives. */
    private static final int SMALLEST_BLOCK = 32 << 10;

    private final AtomicInteger block = new AtomicInteger(LARGEST_BLOCK);

    private SftpChannel(ClientSession session) throws IOException {
        super(session, VERSION);
        setNameDecodingCharset(StandardCharsets.ISO_8859_1);
    }

    static SftpChannel of(ClientSession session) throws IOException {
        SftpChannel channel = new SftpChannel(session);
        channel.negotiateVersion(VERSION);
        return channel;
    }

    /**
     * What was opened, and what stood at its path after that.
     *
     * @param canonical the path that the server resolved the path to
     */
    record Opened(byte[] handle, Attributes attributes, String canonical) {}

    Opened openFile(String path) throws IOException {
        return opened(SftpConstants.SSH_FXP_OPEN, path);
    }

    Opened openFolder(String path) throws IOException {
        return opened(SftpConstants.SSH_FXP_OPENDIR, path);
    }

    private Opened opened(int how, String path) throws IOException {
        Buffer requests = new ByteArrayBuffer();
        int open = add(requests, how, body -> {
            putReferencedName(how, body, path, 0);
            if (how == SftpConstants.SSH_FXP_OPEN) {
                body.putInt(SftpConstants.SSH_FXF_READ);
                body.putInt(0);
            }
        });
        int look = add(requests, SftpConstants.SSH_FXP_LSTAT, body -> putReferencedName(how, body, path, 0));
        int resolve = add(requests, SftpConstants.SSH_FXP_REALPATH, body -> putReferencedName(how, body, path, 0));
        send(requests);
        try {
            return looked(handle(how, open), look, resolve);
        } finally {
            forget(look);
            forget(resolve);
        }
    }

    /** What is opened although nobody waits for it any more, is closed. */
    private byte[] handle(int how, int open) throws IOException {
        Buffer answer;
        try {
            answer = await(open);
        } catch (IOException | RuntimeException e) {
            receive(open, late -> releaseLate(how, late));
            throw e;
        }
        forget(open);
        return checkHandleResponse(SftpResponse.parse(how, answer));
    }

    private Opened looked(byte[] handle, int look, int resolve) throws IOException {
        try {
            return new Opened(
                    handle,
                    checkAttributesResponse(response(SftpConstants.SSH_FXP_LSTAT, look)),
                    checkOneNameResponse(response(SftpConstants.SSH_FXP_REALPATH, resolve)));
        } catch (IOException | RuntimeException e) {
            release(handle);
            throw e;
        }
    }

    private void releaseLate(int how, Buffer late) {
        try {
            release(checkHandleResponse(SftpResponse.parse(how, late)));
        } catch (IOException e) {
            // nothing was opened
        }
    }

    /** Closes a handle; what the server says to that, nobody waits for. */
    void release(byte[] handle) {
        Buffer requests = new ByteArrayBuffer();
        forget(add(requests, SftpConstants.SSH_FXP_CLOSE, body -> body.putBytes(handle)));
        send(requests);
    }

    /** All that stands in an open folder. */
    List<DirEntry> entries(byte[] handle) throws IOException {
        List<DirEntry> entries = new ArrayList<>();
        Deque<Integer> listings = new ArrayDeque<>();
        try {
            while (true) {
                while (listings.size() < LISTINGS_AHEAD) {
                    Buffer requests = new ByteArrayBuffer();
                    listings.add(add(requests, SftpConstants.SSH_FXP_READDIR, body -> body.putBytes(handle)));
                    send(requests);
                }
                SftpResponse answer = response(SftpConstants.SSH_FXP_READDIR, listings.remove());
                List<DirEntry> some = checkDirResponse(answer, new AtomicReference<>());
                if (some == null) {
                    return entries;
                }
                entries.addAll(some);
            }
        } finally {
            listings.forEach(this::forget);
        }
    }

    /** A piece of a file that was asked for. */
    record Piece(int id, long offset, int length) {}

    /** Asks for a file's bytes, in pieces, at once. */
    List<Piece> ask(byte[] handle, long from, long to, int length) {
        List<Piece> pieces = new ArrayList<>();
        Buffer requests = new ByteArrayBuffer();
        for (long at = from; at < to; at += length) {
            long offset = at;
            int count = (int) Math.min(length, to - at);
            int id = add(requests, SftpConstants.SSH_FXP_READ, body -> {
                body.putBytes(handle);
                body.putLong(offset);
                body.putInt(count);
            });
            pieces.add(new Piece(id, offset, count));
        }
        send(requests);
        return pieces;
    }

    /** The bytes of a piece, fewer perhaps than were asked for; nothing where the file ends before. */
    Optional<Buffer> take(Piece piece) throws IOException {
        SftpAckData request = new SftpAckData(piece.id(), piece.offset(), piece.length());
        return Optional.ofNullable(
                checkDataResponse(request, response(SftpConstants.SSH_FXP_READ, piece.id()), new AtomicReference<>()));
    }

    /** How many bytes to ask for at once. */
    int block() {
        return block.get();
    }

    /** Notes how many bytes the server gave, where they were fewer than it was asked for. */
    void gave(int bytes) {
        block.accumulateAndGet(Math.max(SMALLEST_BLOCK, bytes), Math::min);
    }
}
