package si.vpogled.bundle;

import com.nimbusds.jose.jwk.OctetKeyPair;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import si.vpogled.bundle.plan.BundlePlan;

/** Assembles, signs, seals and stores one bundle. */
@ApplicationScoped
public class AssembleBundle {
    /**
     * Writes the bundle to {@link BundlePlan#key()}, whole or not at all. Where that key exists already, the same
     * attempt has been carried out before.
     *
     * @param requestKeyPair the request's X25519 key pair: opens the extracts, and the bundle is sealed to it
     * @throws si.vpogled.bundle.completeness.IncompleteException naming the items that have no verdict
     * @throws IOException where the store fails or an extract is damaged; nothing is left behind
     */
    public AssembledBundle assemble(BundlePlan plan, OctetKeyPair requestKeyPair) throws IOException {
        throw new IOException("Not assembled: " + plan.key());
    }
}
