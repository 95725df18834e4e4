package si.vpogled.bench;

import com.google.crypto.tink.subtle.Ed25519Sign;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.OctetKeyPair;
import com.nimbusds.jose.jwk.gen.OctetKeyPairGenerator;
import com.nimbusds.jose.util.Base64URL;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.text.ParseException;
import si.vpogled.storage.keys.Signer;

/** Keys of a case that is measured and then thrown away. */
final class Keys {
    private Keys() {}

    /** The pair of a folder, whose processes all use the same. */
    static OctetKeyPair pair(Path folder) {
        Path file = folder.resolve("request-key.json");
        try {
            if (!Files.exists(file)) {
                Files.writeString(
                        file, new OctetKeyPairGenerator(Curve.X25519).generate().toJSONString());
            }
            return OctetKeyPair.parse(Files.readString(file));
        } catch (IOException | JOSEException | ParseException e) {
            throw new IllegalStateException(e);
        }
    }

    static Signer signer() {
        try {
            Ed25519Sign.KeyPair pair = Ed25519Sign.KeyPair.newKeyPair();
            OctetKeyPair jwk = new OctetKeyPair.Builder(Curve.Ed25519, Base64URL.encode(pair.getPublicKey()))
                    .keyUse(KeyUse.SIGNATURE)
                    .algorithm(JWSAlgorithm.EdDSA)
                    .keyIDFromThumbprint()
                    .build();
            return new Ed25519(jwk, new Ed25519Sign(pair.getPrivateKey()));
        } catch (GeneralSecurityException | JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    private record Ed25519(OctetKeyPair publicJwk, Ed25519Sign algorithm) implements Signer {
        @Override
        public String kid() {
            return publicJwk.getKeyID();
        }

        @Override
        public byte[] sign(byte[] data) {
            try {
                return algorithm.sign(data);
            } catch (GeneralSecurityException e) {
                throw new IllegalStateException(e);
            }
        }
    }
}
