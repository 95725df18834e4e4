package si.vpogled.bundle.bag;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.OctetKeyPair;
import com.nimbusds.jose.util.Base64URL;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import si.vpogled.bundle.json.BundleJson;
import si.vpogled.storage.keys.Signer;

/**
 * The detached JWS over a file (RFC 7515 Appendix F) whose payload stays as it is (RFC 7797), so that plain tools can
 * check it: what is signed is the first part of {@code signature.jws}, a dot, and the file.
 */
final class BagSignature {
    /** DER of an Ed25519 SubjectPublicKeyInfo before the 32 bytes of the key (RFC 8410). */
    private static final byte[] SPKI = {0x30, 0x2a, 0x30, 0x05, 0x06, 0x03, 0x2b, 0x65, 0x70, 0x03, 0x21, 0x00};

    private final Signer signer;
    private final OctetKeyPair key;

    BagSignature(Signer signer) {
        this.signer = signer;
        this.key = signer.publicJwk().toPublicJWK();
    }

    /** The JWS in compact form, without its payload. */
    String over(byte[] payload) {
        String header = Base64URL.encode(header()).toString();
        byte[] start = (header + ".").getBytes(StandardCharsets.US_ASCII);
        byte[] signed = new byte[start.length + payload.length];
        System.arraycopy(start, 0, signed, 0, start.length);
        System.arraycopy(payload, 0, signed, start.length, payload.length);
        return header + ".." + Base64URL.encode(signer.sign(signed));
    }

    private String header() {
        Map<String, Object> header = new LinkedHashMap<>();
        header.put("alg", "EdDSA");
        header.put("kid", key.getKeyID());
        header.put("b64", false);
        header.put("crit", List.of("b64"));
        try {
            return BundleJson.LINE.writeValueAsString(header);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A JWS header is plain JSON", e);
        }
    }

    /** The public key as a JWK set (RFC 7517). */
    String jwks() {
        return new JWKSet(key).toString(true) + "\n";
    }

    /** The public key as openssl reads it. */
    String pem() {
        byte[] point = key.getX().decode();
        byte[] der = new byte[SPKI.length + point.length];
        System.arraycopy(SPKI, 0, der, 0, SPKI.length);
        System.arraycopy(point, 0, der, SPKI.length, point.length);
        return "-----BEGIN PUBLIC KEY-----\n" + Base64.getEncoder().encodeToString(der)
                + "\n-----END PUBLIC KEY-----\n";
    }
}
