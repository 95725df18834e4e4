package si.vpogled.storage.keys;

import com.nimbusds.jose.jwk.OctetKeyPair;

/** A key that signs with Ed25519 (RFC 8032). */
public interface Signer {
    /** The key's thumbprint (RFC 7638, SHA-256). */
    String kid();

    /** The public part, with {@code kid}, {@code use} and {@code alg} (RFC 8037). */
    OctetKeyPair publicJwk();

    /**
     * @param data at most some megabytes: Ed25519 reads it twice
     * @return 64 bytes
     */
    byte[] sign(byte[] data);
}
