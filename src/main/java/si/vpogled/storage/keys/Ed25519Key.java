package si.vpogled.storage.keys;

import com.google.crypto.tink.subtle.Ed25519Sign;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.OctetKeyPair;
import com.nimbusds.jose.util.Base64URL;
import java.security.GeneralSecurityException;

/** A signing key in memory. */
record Ed25519Key(OctetKeyPair publicJwk, Ed25519Sign algorithm) implements Signer {
    static Ed25519Key of(byte[] publicKey, byte[] secret) {
        try {
            return new Ed25519Key(jwk(publicKey), new Ed25519Sign(secret));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("The signing key is no Ed25519 key", e);
        }
    }

    static OctetKeyPair jwk(byte[] publicKey) {
        try {
            return new OctetKeyPair.Builder(Curve.Ed25519, Base64URL.encode(publicKey))
                    .keyUse(KeyUse.SIGNATURE)
                    .algorithm(JWSAlgorithm.EdDSA)
                    .keyIDFromThumbprint()
                    .build();
        } catch (JOSEException e) {
            throw new IllegalStateException("This Java has no SHA-256", e);
        }
    }

    @Override
    public String kid() {
        return publicJwk.getKeyID();
    }

    @Override
    public byte[] sign(byte[] data) {
        try {
            return algorithm.sign(data);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Ed25519 failed", e);
        }
    }
}
