package si.vpogled.bundle.verify;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;
import java.util.List;
import java.util.Optional;

/** The detached JWS over {@code tagmanifest-sha512.txt}: EdDSA, payload as it is (RFC 7515, RFC 7797, RFC 8037). */
final class SignatureCheck {
    private static final byte[] SPKI = {0x30, 0x2a, 0x30, 0x05, 0x06, 0x03, 0x2b, 0x65, 0x70, 0x03, 0x21, 0x00};
    private static final int KEY = 32;
    private static final String SIGNED = "tagmanifest-sha512.txt";
    private static final ObjectMapper MAPPER = new ObjectMapper();

    private final Archive archive;
    private final Optional<byte[]> trusted;

    /** @param trusted JWK set to look the key up in; without it the bundle's own */
    SignatureCheck(Archive archive, Optional<byte[]> trusted) {
        this.archive = archive;
        this.trusted = trusted;
    }

    List<Fault> run() throws IOException {
        String[] parts = archive.text("signature.jws").orElse("").strip().split("\\.", -1);
        Optional<byte[]> payload = archive.bytes(SIGNED);
        if (parts.length != 3 || !parts[1].isEmpty() || payload.isEmpty()) {
            return List.of(new Fault(Fault.Kind.SIGNATURE, "signature.jws"));
        }
        try {
            JsonNode header = MAPPER.readTree(Base64.getUrlDecoder().decode(parts[0]));
            if (!header.path("alg").asText().equals("EdDSA")
                    || header.path("b64").asBoolean(true)) {
                return List.of(new Fault(Fault.Kind.SIGNATURE, "signature.jws"));
            }
            Optional<PublicKey> key = key(header.path("kid").asText());
            if (key.isEmpty()) {
                return List.of(new Fault(Fault.Kind.KEY, header.path("kid").asText()));
            }
            return valid(key.get(), parts, payload.get())
                    ? List.of()
                    : List.of(new Fault(Fault.Kind.SIGNATURE, SIGNED));
        } catch (JsonProcessingException | IllegalArgumentException | GeneralSecurityException e) {
            return List.of(new Fault(Fault.Kind.SIGNATURE, "signature.jws"));
        }
    }

    private static boolean valid(PublicKey key, String[] parts, byte[] payload) throws GeneralSecurityException {
        Signature signature = Signature.getInstance("Ed25519");
        signature.initVerify(key);
        signature.update((parts[0] + ".").getBytes(StandardCharsets.US_ASCII));
        signature.update(payload);
        return signature.verify(Base64.getUrlDecoder().decode(parts[2]));
    }

    private Optional<PublicKey> key(String kid) throws IOException, GeneralSecurityException {
        byte[] jwks = trusted.or(this::own).orElse(new byte[0]);
        for (JsonNode jwk : MAPPER.readTree(jwks).path("keys")) {
            if (jwk.path("kid").asText().equals(kid) && jwk.path("crv").asText().equals("Ed25519")) {
                return Optional.of(
                        publicKey(Base64.getUrlDecoder().decode(jwk.path("x").asText())));
            }
        }
        return Optional.empty();
    }

    private Optional<byte[]> own() {
        try {
            return archive.bytes("jwks.json");
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    private static PublicKey publicKey(byte[] point) throws GeneralSecurityException {
        if (point.length != KEY) {
            throw new GeneralSecurityException("An Ed25519 key has 32 bytes");
        }
        byte[] der = new byte[SPKI.length + KEY];
        System.arraycopy(SPKI, 0, der, 0, SPKI.length);
        System.arraycopy(point, 0, der, SPKI.length, KEY);
        return KeyFactory.getInstance("Ed25519").generatePublic(new X509EncodedKeySpec(der));
    }
}
