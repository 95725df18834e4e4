package si.vpogled.bundle.bag;

import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.security.MessageDigest;
import java.util.HexFormat;
import si.vpogled.storage.seal.Sha256;

/** The archive on its way out: written on by one thread, summed by another, while a third reads what goes in. */
public final class BagFile implements Closeable {
    private final OutputStream target;
    private final MessageDigest digest = Sha256.digest();
    private final Handover handover;
    private long size;

    /** @param target takes the archive; closed at the end */
    public BagFile(OutputStream target) {
        this.target = target;
        this.handover = new Handover((bytes, length) -> target.write(bytes, 0, length), this::sum);
    }

    /** @param sha256 lower-case hexadecimal */
    public record Sum(long size, String sha256) {}

    private void sum(byte[] bytes, int length) {
        digest.update(bytes, 0, length);
        size += length;
    }

    /** Takes the archive's bytes. */
    public OutputStream stream() {
        return handover;
    }

    /** Waits until everything is written and summed, and closes the target. */
    public Sum end() throws IOException {
        handover.close();
        target.close();
        return new Sum(size, HexFormat.of().formatHex(digest.digest()));
    }

    /** Ends the threads; after {@link #end} nothing more. The target of an archive that has not ended stays open. */
    @Override
    public void close() throws IOException {
        handover.close();
    }
}
