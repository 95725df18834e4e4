package si.vpogled.storage.seal;

import java.security.SecureRandom;
import java.util.Base64;

/** Random texts that open something to whoever has them. */
public final class Token {
    private static final SecureRandom RANDOM = new SecureRandom();

    private Token() {}

    /**
     * A new one, as base64url without padding (RFC 4648 section 5), fit for addresses and cookies.
     *
     * @param bits how many of it are random, a multiple of 8
     */
    public static String random(int bits) {
        byte[] secret = new byte[bits / 8];
        RANDOM.nextBytes(secret);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(secret);
    }
}
