package si.vpogled.request;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/** Remembers which body came with an {@code Idempotency-Key}, and what it was answered. */
@ApplicationScoped
class IdempotencyKeys {
    private final EntityManager database;
    private final InstantSource clock;

    IdempotencyKeys(EntityManager database, InstantSource clock) {
        this.database = database;
        this.clock = clock;
    }

    /** The reference answered before; concurrent requests with one key wait for each other here. */
    Optional<String> answered(String keyHash, String bodyHash) {
        database.createNativeQuery("select cast(pg_advisory_xact_lock(hashtextextended(?1, 7)) as text)", String.class)
                .setParameter(1, keyHash)
                .getSingleResult();
        List<?> rows = database.createNativeQuery("select body_hash, reference from idempotency where key_hash = ?1")
                .setParameter(1, keyHash)
                .getResultList();
        return rows.stream().map(Object[].class::cast).findFirst().map(row -> {
            if (!row[0].equals(bodyHash)) {
                throw new CaseException(CaseException.Problem.IDEMPOTENCY_MISMATCH, "Idempotency-Key");
            }
            return (String) row[1];
        });
    }

    /** The reference that a key was answered with, whatever came with it. */
    Optional<String> reference(String keyHash) {
        return database.createNativeQuery("select reference from idempotency where key_hash = ?1", String.class)
                .setParameter(1, keyHash)
                .getResultStream()
                .map(String.class::cast)
                .findFirst();
    }

    void remember(String keyHash, String bodyHash, String reference) {
        database.createNativeQuery(
                        "insert into idempotency (key_hash, body_hash, reference, at) values (?1, ?2, ?3, ?4)")
                .setParameter(1, keyHash)
                .setParameter(2, bodyHash)
                .setParameter(3, reference)
                .setParameter(4, clock.instant())
                .executeUpdate();
    }

    /** The same submission makes a case of its own from then on. */
    void forget(String reference) {
        database.createNativeQuery("delete from idempotency where reference = ?1")
                .setParameter(1, reference)
                .executeUpdate();
    }
}
