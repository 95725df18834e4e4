package si.vpogled.storage.seal;

import com.google.crypto.tink.subtle.X25519;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.OctetKeyPair;
import com.nimbusds.jose.util.Base64URL;
import java.security.InvalidKeyException;

/** Key pairs for tests. */
public final class Keys {
    private Keys() {}

    public static OctetKeyPair pair() {
        try {
            byte[] secret = X25519.generatePrivateKey();
            return new OctetKeyPair.Builder(Curve.X25519, Base64URL.encode(X25519.publicFromPrivate(secret)))
                    .d(Base64URL.encode(secret))
                    .build();
        } catch (InvalidKeyException e) {
            throw new AssertionError(e);
        }
    }
}
