package si.vpogled.storage.keys;

import com.google.crypto.tink.subtle.X25519;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.OctetKeyPair;
import com.nimbusds.jose.util.Base64URL;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;
import java.security.InvalidKeyException;
import java.time.InstantSource;
import java.util.UUID;
import si.vpogled.storage.MasterKey;

@ApplicationScoped
@Transactional(Transactional.TxType.MANDATORY)
class WrappedRequestKeys implements RequestKeys {
    private final Rows rows;
    private final MasterKey masterKey;
    private final InstantSource clock;

    WrappedRequestKeys(Rows rows, MasterKey masterKey, InstantSource clock) {
        this.rows = rows;
        this.masterKey = masterKey;
        this.clock = clock;
    }

    @Override
    public void createIfAbsent(UUID request) {
        if (rows.findByIdOptional(request).isEmpty()) {
            rows.persist(created(request));
        }
    }

    private RequestKeyEntity created(UUID request) {
        try {
            byte[] secret = X25519.generatePrivateKey();
            RequestKeyEntity row = new RequestKeyEntity();
            row.request = request;
            row.publicKey = X25519.publicFromPrivate(secret);
            row.wrappedKey = masterKey.wrap(secret, purpose(request));
            row.createdAt = clock.instant();
            return row;
        } catch (InvalidKeyException e) {
            throw new IllegalStateException("A new X25519 key is not one", e);
        }
    }

    @Override
    public OctetKeyPair publicKey(UUID request) {
        return builder(held(request)).build();
    }

    @Override
    public OctetKeyPair keyPair(UUID request) {
        RequestKeyEntity row = held(request);
        byte[] secret = masterKey.unwrap(row.wrappedKey, purpose(request));
        return builder(row).d(Base64URL.encode(secret)).build();
    }

    @Override
    public void shred(UUID request) {
        rows.findByIdOptional(request, LockModeType.PESSIMISTIC_WRITE)
                .filter(row -> row.shreddedAt == null)
                .ifPresent(row -> {
                    row.wrappedKey = null;
                    row.shreddedAt = clock.instant();
                });
    }

    private RequestKeyEntity held(UUID request) {
        RequestKeyEntity row = rows.findByIdOptional(request)
                .orElseThrow(() -> new IllegalStateException("Request " + request + " has no key"));
        if (row.shreddedAt != null) {
            throw new IllegalStateException("The key of request " + request + " was shredded at " + row.shreddedAt
                    + ": nothing sealed to it can be read or written again");
        }
        return row;
    }

    private static OctetKeyPair.Builder builder(RequestKeyEntity row) {
        return new OctetKeyPair.Builder(Curve.X25519, Base64URL.encode(row.publicKey));
    }

    private static String purpose(UUID request) {
        return "request " + request;
    }

    @ApplicationScoped
    static class Rows implements PanacheRepositoryBase<RequestKeyEntity, UUID> {}
}
