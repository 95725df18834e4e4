package si.vpogled.storage.keys;

import com.nimbusds.jose.jwk.OctetKeyPair;
import java.util.UUID;

/**
 * One X25519 key pair per request: its extracts and bundles are sealed to it. Within a transaction. The case core is
 * written against this; what stands behind it keeps the private part wrapped with the master key.
 */
public interface RequestKeys {
    /** Makes the pair, unless the request has one. */
    void createIfAbsent(UUID request);

    /** The public part, for orders. */
    OctetKeyPair publicKey(UUID request);

    /**
     * Both parts.
     *
     * @throws IllegalStateException where there is none, or it was shredded
     */
    OctetKeyPair keyPair(UUID request);

    /** Drops the private part for ever; what was sealed to it can never be read again. None is no error. */
    void shred(UUID request);
}
