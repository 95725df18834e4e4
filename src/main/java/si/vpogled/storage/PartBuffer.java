package si.vpogled.storage;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collections;
import java.util.List;

/** What waits to be sent: grows with what it gets, up to one part. It can be sent again until it is cleared. */
public final class PartBuffer {
    private static final int PIECE = 1 << 18;
    private final List<byte[]> pieces = new ArrayList<>();
    private int most;
    private int length;

    public PartBuffer(int most) {
        this.most = most;
    }

    public boolean isEmpty() {
        return length == 0;
    }

    public boolean isFull() {
        return length == most;
    }

    public int length() {
        return length;
    }

    /** @return how many it took */
    public int add(byte[] from, int offset, int count) {
        int taken = 0;
        while (taken < count && length < most) {
            int within = length % PIECE;
            if (within == 0 && length / PIECE == pieces.size()) {
                pieces.add(new byte[PIECE]);
            }
            int step = Math.min(Math.min(count - taken, PIECE - within), most - length);
            System.arraycopy(from, offset + taken, pieces.get(length / PIECE), within, step);
            taken += step;
            length += step;
        }
        return taken;
    }

    public void clear() {
        length = 0;
    }

    /** @param next how much it takes from now on */
    public void clear(int next) {
        clear();
        most = next;
    }

    /** From its beginning, each time. */
    public InputStream content() {
        return new SequenceInputStream(Collections.enumeration(parts()));
    }

    private List<ByteArrayInputStream> parts() {
        List<ByteArrayInputStream> parts = new ArrayList<>();
        for (int at = 0; at < length; at += PIECE) {
            parts.add(new ByteArrayInputStream(pieces.get(at / PIECE), 0, Math.min(PIECE, length - at)));
        }
        return parts;
    }

    /** As the header {@code Content-MD5} takes it (RFC 1864). It tells accidents; against intent there is the seal. */
    public String md5() {
        try {
            MessageDigest digest = MessageDigest.getInstance("MD5");
            for (int at = 0; at < length; at += PIECE) {
                digest.update(pieces.get(at / PIECE), 0, Math.min(PIECE, length - at));
            }
            return Base64.getEncoder().encodeToString(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has MD5", e);
        }
    }
}
