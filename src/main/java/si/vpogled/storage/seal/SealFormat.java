package si.vpogled.storage.seal;

import com.google.crypto.tink.HybridDecrypt;
import com.google.crypto.tink.HybridEncrypt;
import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.StreamingAead;
import com.google.crypto.tink.hybrid.HpkeParameters;
import com.google.crypto.tink.hybrid.HpkePrivateKey;
import com.google.crypto.tink.hybrid.HpkePublicKey;
import com.google.crypto.tink.hybrid.internal.HpkeDecrypt;
import com.google.crypto.tink.hybrid.internal.HpkeEncrypt;
import com.google.crypto.tink.subtle.AesGcmHkdfStreaming;
import com.google.crypto.tink.util.Bytes;
import com.google.crypto.tink.util.SecretBytes;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.OctetKeyPair;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;

/**
 * The algorithms, named once, and the formats, which differ in the length of their segments: nothing else in a sealed
 * stream says it.
 */
enum SealFormat {
    /** Of earlier versions; it is opened, and not written any more. */
    ONE(1, 1 << 16),
    /**
     * Processors take such segments nearly twice as fast as those of 4 KiB, and a jump reads little. Still larger ones
     * make a process that just started slow: Java turns to the processor's instructions after so many calls.
     */
    TWO(2, 1 << 14);

    /** What is written. */
    static final SealFormat NOW = TWO;

    /** The magic, with the format's number in its last byte. */
    static final int MAGIC = 8;

    static final int KEY = 32;
    static final int MAX_ENCAPSULATION = 1024;

    private static final String NAME = "VPOGLED";
    private final int number;
    private final int segment;

    SealFormat(int number, int segment) {
        this.number = number;
        this.segment = segment;
    }

    /** @param magic the first {@value #MAGIC} bytes of a sealed stream */
    static SealFormat of(byte[] magic) throws SealException {
        if (!new String(magic, 0, NAME.length(), StandardCharsets.ISO_8859_1).equals(NAME)) {
            throw new SealException("Not a sealed stream");
        }
        int said = magic[NAME.length()] & 0xFF;
        for (SealFormat format : values()) {
            if (format.number == said) {
                return format;
            }
        }
        throw new SealException("Sealed in format " + said + ", which this version does not know; it opens formats "
                + ONE.number + " to " + NOW.number + ". Open it with the version that sealed it, or a later one");
    }

    byte[] magic() {
        return (NAME + (char) number).getBytes(StandardCharsets.ISO_8859_1);
    }

    static HybridEncrypt encrypt(OctetKeyPair recipient) throws GeneralSecurityException {
        return HpkeEncrypt.create(publicKey(recipient));
    }

    static HybridDecrypt decrypt(OctetKeyPair pair) throws GeneralSecurityException {
        if (pair.getD() == null) {
            throw new GeneralSecurityException("The key pair has no private part");
        }
        SecretBytes secret = SecretBytes.copyFrom(pair.getD().decode(), InsecureSecretKeyAccess.get());
        return HpkeDecrypt.create(HpkePrivateKey.create(publicKey(pair), secret));
    }

    StreamingAead streaming(byte[] key) throws GeneralSecurityException {
        return new AesGcmHkdfStreaming(key, "HmacSha256", KEY, segment, 0);
    }

    private static HpkePublicKey publicKey(OctetKeyPair pair) throws GeneralSecurityException {
        if (!Curve.X25519.equals(pair.getCurve())) {
            throw new GeneralSecurityException("Not a key on the curve X25519");
        }
        HpkeParameters parameters = HpkeParameters.builder()
                .setVariant(HpkeParameters.Variant.NO_PREFIX)
                .setKemId(HpkeParameters.KemId.DHKEM_X25519_HKDF_SHA256)
                .setKdfId(HpkeParameters.KdfId.HKDF_SHA256)
                .setAeadId(HpkeParameters.AeadId.AES_256_GCM)
                .build();
        return HpkePublicKey.create(parameters, Bytes.copyFrom(pair.getX().decode()), null);
    }
}
