package si.vpogled.fulfilment.transmission;

import com.nimbusds.jose.jwk.OctetKeyPair;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.channels.Channels;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.apache.commons.compress.utils.SeekableInMemoryByteChannel;
import si.vpogled.storage.seal.Seal;
import si.vpogled.storage.seal.Unseal;

/** A destination's secret as it waits in the database: readable with the request's key alone, for its transmission alone. */
final class SealedSecret {
    private SealedSecret() {}

    static byte[] of(String secret, UUID transmission, OctetKeyPair publicKey) {
        ByteArrayOutputStream sealed = new ByteArrayOutputStream();
        try (OutputStream out = Seal.to(publicKey, context(transmission), sealed)) {
            out.write(secret.getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return sealed.toByteArray();
    }

    static String open(byte[] sealed, UUID transmission, OctetKeyPair pair) throws IOException {
        try (InputStream in = Channels.newInputStream(
                Unseal.open(pair, context(transmission), new SeekableInMemoryByteChannel(sealed)))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static byte[] context(UUID transmission) {
        return ("vpogled transmission 1 " + transmission).getBytes(StandardCharsets.UTF_8);
    }
}
