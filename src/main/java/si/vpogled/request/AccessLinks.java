package si.vpogled.request;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.time.InstantSource;
import java.util.UUID;
import si.vpogled.storage.MasterKey;
import si.vpogled.storage.seal.Sha256;

/**
 * Links in mails: single-use, expiring, kept as a hash. A link's token follows from its id and the master key, so that
 * a mail sent again after a crash carries the same link.
 */
@ApplicationScoped
public class AccessLinks {
    private final Rows rows;
    private final MasterKey masterKey;
    private final InstantSource clock;

    AccessLinks(Rows rows, MasterKey masterKey, InstantSource clock) {
        this.rows = rows;
        this.masterKey = masterKey;
        this.clock = clock;
    }

    /** Rows of earlier versions may have others. */
    public enum Purpose {
        CONFIRM
    }

    /** Why a link does not work. */
    public enum Fault {
        UNKNOWN,
        USED,
        EXPIRED
    }

    /** Makes the link, or finds it again. Within a transaction. */
    public String issue(UUID id, UUID request, Purpose purpose, Instant expiresAt) {
        String token = masterKey.token("link", id.toString());
        if (rows.findByIdOptional(id).isEmpty()) {
            AccessLinkEntity link = new AccessLinkEntity();
            link.id = id;
            link.request = request;
            link.purpose = purpose.name();
            link.tokenHash = Sha256.hex(token);
            link.expiresAt = expiresAt;
            rows.persist(link);
        }
        return token;
    }

    /** Whether somebody has used a link: then its letter came. Within a transaction. */
    public boolean used(UUID id) {
        return rows.findByIdOptional(id).filter(link -> link.usedAt != null).isPresent();
    }

    /** Uses a link up. */
    UUID use(String token, Purpose purpose) {
        AccessLinkEntity link = rows.find("tokenHash", Sha256.hex(token))
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .firstResultOptional()
                .filter(found -> found.purpose.equals(purpose.name()))
                .filter(found -> found.usedAt == null && found.expiresAt.isAfter(clock.instant()))
                .orElseThrow(() -> new CaseException(CaseException.Problem.LINK_UNUSABLE, "link"));
        link.usedAt = clock.instant();
        return link.request;
    }

    /** Why a link that was refused does not work. */
    @Transactional
    public Fault fault(String token, Purpose purpose) {
        return rows.find("tokenHash", Sha256.hex(token))
                .firstResultOptional()
                .filter(found -> found.purpose.equals(purpose.name()))
                .map(found -> found.usedAt == null ? Fault.EXPIRED : Fault.USED)
                .orElse(Fault.UNKNOWN);
    }

    @ApplicationScoped
    static class Rows implements PanacheRepositoryBase<AccessLinkEntity, UUID> {}
}
