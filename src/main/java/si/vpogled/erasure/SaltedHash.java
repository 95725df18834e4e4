package si.vpogled.erasure;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.random.RandomGenerator;
import si.vpogled.storage.seal.Sha256;
import si.vpogled.subject.Identifier;

/**
 * By what somebody who was erased is known again, should they come back: whoever has an identifier can tell whether it is
 * this one, and nobody can tell from this which it is.
 *
 * @param salt 16 random bytes, of this one alone
 * @param hash SHA-256 of salt, kind, a zero byte and value
 */
record SaltedHash(byte[] salt, byte[] hash) {
    private static final int SALT = 16;

    static SaltedHash of(Identifier identifier, RandomGenerator random) {
        byte[] salt = new byte[SALT];
        random.nextBytes(salt);
        return new SaltedHash(salt, hash(salt, identifier));
    }

    boolean isOf(Identifier identifier) {
        return MessageDigest.isEqual(hash, hash(salt, identifier));
    }

    private static byte[] hash(byte[] salt, Identifier identifier) {
        MessageDigest digest = Sha256.digest();
        digest.update(salt);
        digest.update(identifier.kind().getBytes(StandardCharsets.UTF_8));
        digest.update((byte) 0);
        return digest.digest(identifier.value().getBytes(StandardCharsets.UTF_8));
    }
}
