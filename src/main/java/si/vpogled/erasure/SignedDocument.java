package si.vpogled.erasure;

import com.nimbusds.jose.util.Base64URL;
import java.nio.charset.StandardCharsets;
import si.vpogled.storage.keys.Signer;

/** A JSON document with its signature: a JWS in compact form (RFC 7515), Ed25519 (RFC 8037), whose payload it is. */
record SignedDocument(String document, String jws) {
    static SignedDocument of(String document, Signer signer) {
        // the key's id is a thumbprint in base64url: nothing in it is to be escaped
        String header = "{\"alg\":\"EdDSA\",\"kid\":\"" + signer.kid() + "\"}";
        String signed = Base64URL.encode(header) + "." + Base64URL.encode(document);
        byte[] signature = signer.sign(signed.getBytes(StandardCharsets.US_ASCII));
        return new SignedDocument(document, signed + "." + Base64URL.encode(signature));
    }
}
