package si.vpogled.storage.seal;

import com.google.crypto.tink.StreamingAead;
import com.nimbusds.jose.jwk.OctetKeyPair;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.security.GeneralSecurityException;

/** Opens what {@link Seal} sealed. */
public final class Unseal {
    private Unseal() {}

    /**
     * Opens for reading from any position. The last segment is checked at once, so that what was cut short does not
     * open; every other segment is checked before its first byte is handed out.
     *
     * @param pair X25519 key pair with its private part
     * @param context as given when it was sealed
     * @param sealed read from its beginning; closed together with the result, and when it does not open
     * @return the plain bytes; reading throws a {@link SealException} where they were altered. Large buffers read fast
     */
    public static SeekableByteChannel open(OctetKeyPair pair, byte[] context, SeekableByteChannel sealed)
            throws IOException {
        try {
            SealFormat format = SealFormat.of(read(sealed, SealFormat.MAGIC).array());
            byte[] encapsulation = encapsulation(sealed);
            ReadAheadChannel ciphertext = new ReadAheadChannel(sealed, sealed.position());
            StreamingAead streaming = format.streaming(SealFormat.decrypt(pair).decrypt(encapsulation, context));
            SeekableByteChannel plain = streaming.newSeekableDecryptingChannel(ciphertext, context);
            UnsealedChannel unsealed = new UnsealedChannel(plain);
            checkEnd(unsealed, streaming, ciphertext, context);
            return unsealed;
        } catch (GeneralSecurityException e) {
            sealed.close();
            throw new SealException("Sealed to another key or for another purpose, or its head was altered", e);
        } catch (IOException | RuntimeException e) {
            sealed.close();
            throw e;
        }
    }

    private static byte[] encapsulation(SeekableByteChannel sealed) throws IOException {
        int length = read(sealed, Short.BYTES).getShort();
        if (length < 0 || length > SealFormat.MAX_ENCAPSULATION) {
            throw new SealException("Not a sealed stream: its head was altered");
        }
        return read(sealed, length).array();
    }

    private static ByteBuffer read(SeekableByteChannel sealed, int length) throws IOException {
        ByteBuffer buffer = ByteBuffer.allocate(length);
        while (buffer.hasRemaining()) {
            if (sealed.read(buffer) < 0) {
                throw new SealException("Not a sealed stream: it ends within its head");
            }
        }
        return buffer.flip();
    }

    /** An empty stream has a segment too, which a channel without anything to read would never look at. */
    private static void checkEnd(
            UnsealedChannel plain, StreamingAead streaming, ReadAheadChannel ciphertext, byte[] context)
            throws IOException, GeneralSecurityException {
        ByteBuffer one = ByteBuffer.allocate(1);
        if (plain.size() > 0) {
            plain.position(plain.size() - 1).read(one);
            plain.position(0);
            return;
        }
        ciphertext.position(0);
        try {
            streaming.newDecryptingChannel(ciphertext.shared(), context).read(one);
        } catch (IOException e) {
            throw new SealException("The sealed stream was cut short or altered", e);
        }
    }
}
