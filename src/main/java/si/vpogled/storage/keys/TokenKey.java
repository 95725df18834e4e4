package si.vpogled.storage.keys;

import com.google.crypto.tink.Aead;
import com.google.crypto.tink.subtle.AesGcmJce;
import com.google.crypto.tink.subtle.Hkdf;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;

/**
 * Encrypts what only the bearer of a token may read. The key follows from the token by HKDF (RFC 5869) and is kept
 * nowhere; the token has to be random, of 128 bits or more.
 */
public final class TokenKey {
    private static final int KEY = 32;

    private final Aead key;

    private TokenKey(Aead key) {
        this.key = key;
    }

    /** @param use what is encrypted; another use has another key */
    public static TokenKey of(String token, String use) {
        try {
            byte[] secret = token.getBytes(StandardCharsets.UTF_8);
            return new TokenKey(
                    new AesGcmJce(Hkdf.computeHkdf("HMACSHA256", secret, new byte[0], bytes("vpogled " + use), KEY)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java platform has HmacSHA256 and AES-GCM", e);
        }
    }

    /** By AES-256-GCM, bound to what it belongs to. */
    public byte[] encrypt(byte[] plain, String belongsTo) {
        try {
            return key.encrypt(plain, bytes(belongsTo));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("AES-GCM encrypts anything of this size", e);
        }
    }

    /**
     * @throws IllegalStateException where it was changed, or encrypted with another token or for something else
     */
    public byte[] decrypt(byte[] sealed, String belongsTo) {
        try {
            return key.decrypt(sealed, bytes(belongsTo));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Not encrypted with this token, or changed since: " + belongsTo, e);
        }
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
