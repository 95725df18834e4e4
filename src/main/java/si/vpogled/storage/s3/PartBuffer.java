package si.vpogled.storage.s3;

import java.io.ByteArrayInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;
import software.amazon.awssdk.core.sync.RequestBody;

/** What waits to be sent: grows with what it gets, up to one part. It can be sent again until it is cleared. */
final class PartBuffer {
    private static final int START = 1 << 16;
    private final int most;
    private byte[] bytes;
    private int length;

    PartBuffer(int most) {
        this.most = most;
        this.bytes = new byte[Math.min(START, most)];
    }

    boolean isEmpty() {
        return length == 0;
    }

    boolean isFull() {
        return length == most;
    }

    /** @return how many it took */
    int add(byte[] from, int offset, int count) {
        int taken = Math.min(count, most - length);
        if (length + taken > bytes.length) {
            bytes = Arrays.copyOf(bytes, Math.min(most, Math.max(length + taken, 2 * bytes.length)));
        }
        System.arraycopy(from, offset, bytes, length, taken);
        length += taken;
        return taken;
    }

    void clear() {
        length = 0;
    }

    RequestBody body() {
        return RequestBody.fromContentProvider(
                () -> new ByteArrayInputStream(bytes, 0, length), length, "application/octet-stream");
    }

    /** As the header {@code Content-MD5} takes it (RFC 1864). It tells accidents; against intent there is the seal. */
    String md5() {
        try {
            MessageDigest digest = MessageDigest.getInstance("MD5");
            digest.update(bytes, 0, length);
            return Base64.getEncoder().encodeToString(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has MD5", e);
        }
    }
}
