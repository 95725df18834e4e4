package si.vpogled.web.security;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Knows again the last right password of each member of staff, so that not every request of a program takes the time
 * that bcrypt is meant to take. Kept in memory only, under a key that nobody else has; a wrong one is still checked in
 * full.
 */
final class ProvedPasswords {
    private final Map<String, byte[]> marks = new ConcurrentHashMap<>();
    private final byte[] key = new byte[32];

    ProvedPasswords() {
        new SecureRandom().nextBytes(key);
    }

    boolean holds(String name, char[] password) {
        return MessageDigest.isEqual(marks.getOrDefault(name, new byte[0]), mark(name, password));
    }

    void keep(String name, char[] password) {
        marks.put(name, mark(name, password));
    }

    private byte[] mark(String name, char[] password) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key, "HmacSHA256"));
            return mac.doFinal((name + "\n" + new String(password)).getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java platform has HmacSHA256", e);
        }
    }
}
