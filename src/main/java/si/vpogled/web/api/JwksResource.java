package si.vpogled.web.api;

import com.nimbusds.jose.jwk.OctetKeyPair;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import si.vpogled.storage.keys.SigningKeys;

/** The public keys that bundles are signed with, old ones included. */
@Path("/.well-known/jwks.json")
@Produces(MediaType.APPLICATION_JSON)
@PermitAll
@RunOnVirtualThread
@Tag(name = "For everybody")
public class JwksResource {
    private final SigningKeys keys;

    JwksResource(SigningKeys keys) {
        this.keys = keys;
    }

    @Schema(name = "KeySet", description = "A JWK Set (RFC 7517).")
    record KeySet(List<Key> keys) {}

    @Schema(name = "Key", description = "An Ed25519 public key (RFC 8037).")
    record Key(
            @Schema(examples = "OKP") String kty,
            @Schema(examples = "Ed25519") String crv,
            @Schema(examples = "EdDSA") String alg,
            @Schema(examples = "sig") String use,

            @Schema(description = "Names the key in signatures.")
            String kid,

            @Schema(description = "The key, base64url.") String x) {
        static Key of(OctetKeyPair pair) {
            return new Key(
                    "OKP",
                    pair.getCurve().getName(),
                    "EdDSA",
                    "sig",
                    pair.getKeyID(),
                    pair.getX().toString());
        }
    }

    @GET
    @Operation(
            summary = "Keys that check signatures",
            description = "Every public key that a bundle was ever signed with, the newest first.")
    public KeySet readSigningKeys() {
        return new KeySet(keys.published().stream().map(Key::of).toList());
    }
}
