package si.vpogled.request.chain;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.nimbusds.jose.util.Base64URL;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import si.vpogled.storage.keys.Signer;

/**
 * A signature over the ends of all chains (JWS, RFC 7515, Ed25519).
 *
 * @param number from 1
 */
record Seal(long number, String jws) {
    private static final ObjectMapper JSON = new ObjectMapper();

    /**
     * What is sealed.
     *
     * @param cases how many ends there are
     * @param root a hash over all of them
     */
    record Ends(long cases, String root) {}

    static Seal of(long number, Ends ends, String previous, Instant at, Signer signer) {
        Map<String, Object> payload = new HashMap<>();
        payload.put("cases", ends.cases());
        payload.put("number", number);
        payload.put("previous", previous.isEmpty() ? "" : CanonicalJson.hash(previous));
        payload.put("root", ends.root());
        payload.put("sealedAt", at.toString());
        String header = CanonicalJson.write(Map.of("alg", "EdDSA", "kid", signer.kid()));
        String signed = Base64URL.encode(header) + "." + Base64URL.encode(CanonicalJson.write(payload));
        return new Seal(number, signed + "." + signature(signer, signed));
    }

    private static Base64URL signature(Signer signer, String signed) {
        return Base64URL.encode(signer.sign(signed.getBytes(StandardCharsets.US_ASCII)));
    }

    /**
     * Whether it is ours and seals these ends. An Ed25519 signature is always the same: so it is made again, with the
     * key that only the service can open, and not checked by a public key that somebody may have put there.
     *
     * @param signers by their id
     */
    boolean seals(Ends ends, Function<String, Optional<Signer>> signers) {
        String[] parts = jws.split("\\.");
        if (parts.length != 3) {
            return false;
        }
        try {
            JsonNode payload = JSON.readTree(new Base64URL(parts[1]).decodeToString());
            String kid = JSON.readTree(new Base64URL(parts[0]).decodeToString())
                    .path("kid")
                    .asText();
            return payload.path("number").asLong() == number
                    && payload.path("cases").asLong() == ends.cases()
                    && payload.path("root").asText().equals(ends.root())
                    && signers.apply(kid)
                            .map(signer -> signature(signer, parts[0] + "." + parts[1])
                                    .toString()
                                    .equals(parts[2]))
                            .orElse(false);
        } catch (JsonProcessingException e) {
            return false;
        }
    }
}
