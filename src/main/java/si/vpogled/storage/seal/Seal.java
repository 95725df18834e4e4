package si.vpogled.storage.seal;

import com.nimbusds.jose.jwk.OctetKeyPair;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;

/** Seals to a public key. */
public final class Seal {
    private static final int BUFFER = 1 << 18;

    private Seal() {}

    /**
     * @param recipient X25519 public key (RFC 8037)
     * @param context what is sealed; the same bytes open it
     * @param out receives the sealed bytes
     * @return takes the plain bytes; closing it writes the last segment and closes {@code out}; without that the result
     *     does not open. Used by one thread at a time
     * @throws IllegalArgumentException if {@code recipient} is not an X25519 key
     */
    public static OutputStream to(OctetKeyPair recipient, byte[] context, OutputStream out) throws IOException {
        return to(recipient, context, out, SealFormat.NOW);
    }

    static OutputStream to(OctetKeyPair recipient, byte[] context, OutputStream out, SealFormat format)
            throws IOException {
        byte[] key = new byte[SealFormat.KEY];
        new SecureRandom().nextBytes(key);
        try {
            byte[] encapsulation = SealFormat.encrypt(recipient).encrypt(key, context);
            out.write(ByteBuffer.allocate(SealFormat.MAGIC + Short.BYTES + encapsulation.length)
                    .put(format.magic())
                    .putShort((short) encapsulation.length)
                    .put(encapsulation)
                    .array());
            return new ClosedOnceStream(
                    format.streaming(key).newEncryptingStream(new BufferedOutputStream(out, BUFFER), context));
        } catch (GeneralSecurityException e) {
            throw new IllegalArgumentException("Cannot seal to this key: it must be an X25519 public key", e);
        }
    }
}
