package si.vpogled.storage.keys;

import com.google.crypto.tink.subtle.Ed25519Sign;
import com.nimbusds.jose.jwk.OctetKeyPair;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.security.GeneralSecurityException;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import si.vpogled.storage.MasterKey;

/** The keys that sign bundles: the newest signs, all stay published so that old bundles can be checked. */
@ApplicationScoped
public class SigningKeys {
    /** Any number, the same in all instances of the service. */
    private static final long LOCK = 0x7670_6f67_6c65_6401L;

    private final Rows rows;
    private final MasterKey masterKey;
    private final InstantSource clock;

    SigningKeys(Rows rows, MasterKey masterKey, InstantSource clock) {
        this.rows = rows;
        this.masterKey = masterKey;
        this.clock = clock;
    }

    /** The key that signs now; made at first use, once, however many instances ask. */
    @Transactional
    public Signer current() {
        SigningKeyEntity row = rows.newest().orElseGet(this::createOnce);
        return Ed25519Key.of(row.publicKey, masterKey.unwrap(row.wrappedKey, purpose(row.kid)));
    }

    /** The key of this id; empty where there is none, or none that we made. */
    @Transactional
    public Optional<Signer> named(String kid) {
        return rows.findByIdOptional(kid).flatMap(this::opened);
    }

    private Optional<Signer> opened(SigningKeyEntity row) {
        try {
            return Optional.of(Ed25519Key.of(row.publicKey, masterKey.unwrap(row.wrappedKey, purpose(row.kid))));
        } catch (IllegalStateException notOurs) {
            return Optional.empty();
        }
    }

    /** The public part of every key there ever was, newest first. */
    @Transactional
    public List<OctetKeyPair> published() {
        rows.newest().orElseGet(this::createOnce);
        return rows.newestFirst().stream()
                .map(row -> Ed25519Key.jwk(row.publicKey))
                .toList();
    }

    private SigningKeyEntity createOnce() {
        rows.lock(LOCK);
        return rows.newest().orElseGet(() -> {
            SigningKeyEntity row = created();
            rows.persist(row);
            return row;
        });
    }

    private SigningKeyEntity created() {
        try {
            Ed25519Sign.KeyPair pair = Ed25519Sign.KeyPair.newKeyPair();
            SigningKeyEntity row = new SigningKeyEntity();
            row.kid = Ed25519Key.jwk(pair.getPublicKey()).getKeyID();
            row.publicKey = pair.getPublicKey();
            row.wrappedKey = masterKey.wrap(pair.getPrivateKey(), purpose(row.kid));
            row.createdAt = clock.instant();
            return row;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("No Ed25519 key can be made", e);
        }
    }

    private static String purpose(String kid) {
        return "signing " + kid;
    }

    @ApplicationScoped
    static class Rows implements PanacheRepositoryBase<SigningKeyEntity, String> {
        List<SigningKeyEntity> newestFirst() {
            return find("order by createdAt desc, kid").list();
        }

        Optional<SigningKeyEntity> newest() {
            return newestFirst().stream().findFirst();
        }

        /** Held until the transaction ends. */
        void lock(long number) {
            getEntityManager()
                    .createNativeQuery("select cast(pg_advisory_xact_lock(:number) as text)")
                    .setParameter("number", number)
                    .getSingleResult();
        }
    }
}
