package si.vpogled.storage;

import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * The operator's one secret, 32 bytes in base64: wraps every private key in the database, and makes the tokens of
 * links. Whoever loses it loses every answer that is still there to download, and nothing else.
 */
@Singleton
public class MasterKey {
    private static final int BYTES = 32;
    private static final int IV = 12;
    private static final int TAG_BITS = 128;

    private final byte[] key;
    private final SecureRandom random = new SecureRandom();

    MasterKey(@ConfigProperty(name = "vpogled.master-key") Optional<String> encoded) {
        this.key = decoded(encoded.orElse("").strip());
    }

    private static byte[] decoded(String encoded) {
        try {
            byte[] key = Base64.getDecoder().decode(encoded);
            if (key.length == BYTES) {
                return key;
            }
        } catch (IllegalArgumentException e) {
            throw new IllegalStateException(missing(), e);
        }
        throw new IllegalStateException(missing());
    }

    private static String missing() {
        return "vpogled.master-key (VPOGLED_MASTER_KEY) must be 32 random bytes in base64. Make one with"
                + " 'openssl rand -base64 32', keep a copy apart from the database, and never change it.";
    }

    /** The same 256-bit token for the same purpose and id, which nobody without the key can tell. URL-safe. */
    public String token(String purpose, String id) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(derived("token"), "HmacSHA256"));
            byte[] token = mac.doFinal((purpose + "\n" + id).getBytes(StandardCharsets.UTF_8));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(token);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java platform has HmacSHA256", e);
        }
    }

    /** Encrypts a key, bound to what it belongs to. */
    public byte[] wrap(byte[] plain, String belongsTo) {
        byte[] iv = new byte[IV];
        random.nextBytes(iv);
        byte[] sealed = crypt(Cipher.ENCRYPT_MODE, iv, plain, belongsTo);
        byte[] wrapped = Arrays.copyOf(iv, IV + sealed.length);
        System.arraycopy(sealed, 0, wrapped, IV, sealed.length);
        return wrapped;
    }

    /**
     * @throws IllegalStateException where it was wrapped with another master key or for something else
     */
    public byte[] unwrap(byte[] wrapped, String belongsTo) {
        byte[] iv = Arrays.copyOf(wrapped, IV);
        return crypt(Cipher.DECRYPT_MODE, iv, Arrays.copyOfRange(wrapped, IV, wrapped.length), belongsTo);
    }

    private byte[] crypt(int mode, byte[] iv, byte[] input, String belongsTo) {
        try {
            Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
            cipher.init(mode, new SecretKeySpec(derived("wrap"), "AES"), new GCMParameterSpec(TAG_BITS, iv));
            cipher.updateAAD(belongsTo.getBytes(StandardCharsets.UTF_8));
            return cipher.doFinal(input);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(
                    "A key cannot be unwrapped: vpogled.master-key is not the one it was wrapped with", e);
        }
    }

    private byte[] derived(String use) throws GeneralSecurityException {
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(key, "HmacSHA256"));
        return mac.doFinal(("vpogled " + use).getBytes(StandardCharsets.UTF_8));
    }
}
