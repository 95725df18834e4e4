package si.vpogled.connector.files;

import java.io.IOException;
import java.io.InputStream;
import java.io.PushbackInputStream;
import java.util.Arrays;
import java.util.zip.GZIPInputStream;

/** A message's lines, ended by LF as an mbox wants them; unpacked where the mail server packed the message. */
final class MessageLines implements AutoCloseable {
    private static final int BLOCK = 32 * 1024;

    private final InputStream in;
    private final byte[] block = new byte[BLOCK];
    private int from;
    private int to;
    private boolean drained;

    MessageLines(InputStream content) throws IOException {
        in = unpacked(content);
        fill();
    }

    /** The first part of the message, with its headers. */
    byte[] beginning() {
        return Arrays.copyOf(block, to);
    }

    /** The next line, or part of one that is long; empty at the end. */
    byte[] next() throws IOException {
        int end = newline();
        if (end < 0 && !drained && to - from < BLOCK) {
            fill();
            end = newline();
        }
        if (end >= 0) {
            return line(end);
        }
        // of a long line, a last CR waits for what follows it
        int part = !drained && to > from && block[to - 1] == '\r' ? to - 1 : to;
        byte[] bytes = Arrays.copyOfRange(block, from, part);
        from = part;
        return bytes;
    }

    @Override
    public void close() throws IOException {
        in.close();
    }

    private byte[] line(int newline) {
        int end = newline > from && block[newline - 1] == '\r' ? newline - 1 : newline;
        byte[] line = Arrays.copyOfRange(block, from, end + 1);
        line[line.length - 1] = '\n';
        from = newline + 1;
        return line;
    }

    private int newline() {
        for (int at = from; at < to; at++) {
            if (block[at] == '\n') {
                return at;
            }
        }
        return -1;
    }

    private void fill() throws IOException {
        System.arraycopy(block, from, block, 0, to - from);
        to -= from;
        from = 0;
        int read = in.readNBytes(block, to, BLOCK - to);
        drained = read < BLOCK - to;
        to += read;
    }

    private static InputStream unpacked(InputStream content) throws IOException {
        PushbackInputStream peeked = new PushbackInputStream(content, 2);
        byte[] magic = peeked.readNBytes(2);
        peeked.unread(magic);
        boolean packed = magic.length == 2 && magic[0] == 0x1f && (magic[1] & 0xff) == 0x8b;
        return packed ? new GZIPInputStream(peeked, BLOCK) : peeked;
    }
}
