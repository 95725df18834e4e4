package si.vpogled.erasure;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import si.vpogled.subject.Identifier;

/**
 * Who was erased from where, so that a backup of a backend that is restored brings nobody back unseen. It knows an
 * identifier when it is shown one, and can tell none by itself. Within a transaction.
 */
@ApplicationScoped
public class ErasedLedger {
    private final Rows rows;
    private final SecureRandom random = new SecureRandom();

    ErasedLedger(Rows rows) {
        this.rows = rows;
    }

    /**
     * Somebody who was erased and is there again.
     *
     * @param erased when it was proved that they were gone
     */
    public record Returned(
            Identifier identifier,
            String connector,
            String collection,
            String service,
            String period,
            Instant erased) {}

    /** Which of some identifiers, that a connector knows now, were erased there. */
    public List<Returned> returned(String connector, Collection<Identifier> known) {
        return rows.list("connector = ?1", connector).stream()
                .flatMap(row -> known.stream()
                        .filter(identifier -> identifier.kind().equals(row.kind))
                        .filter(identifier -> new SaltedHash(row.salt, row.hash).isOf(identifier))
                        .map(identifier -> new Returned(
                                identifier, row.connector, row.collection, row.service, row.period, row.erasedAt)))
                .toList();
    }

    /** @param proved as long as it says whose it is */
    void enter(GroupEntity proved, Instant now) {
        Identifier identifier = proved.planned.group().identifier();
        SaltedHash hash = SaltedHash.of(identifier, random);
        ErasedEntity row = new ErasedEntity();
        row.id = UUID.randomUUID();
        row.connector = proved.connector;
        row.collection = proved.collection;
        row.service = proved.service;
        row.period = proved.period;
        row.kind = identifier.kind();
        row.salt = hash.salt();
        row.hash = hash.hash();
        row.erasedAt = now;
        rows.persist(row);
    }

    @ApplicationScoped
    static class Rows implements PanacheRepositoryBase<ErasedEntity, UUID> {}
}
