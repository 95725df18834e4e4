package si.vpogled.fulfilment.transmission;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;

/** What was sent of a case's answers, and where to. Within a transaction. */
@ApplicationScoped
public class Transmissions {
    private final Rows rows;

    Transmissions(Rows rows) {
        this.rows = rows;
    }

    /** Oldest first. */
    public List<Transmission> of(UUID request) {
        return rows.list("request = ?1 order by namedAt, id", request).stream()
                .map(TransmissionEntity::view)
                .toList();
    }

    /** Of a closed case there stays that an answer was sent, whole, when, and to which host. */
    public void forget(UUID request) {
        rows.update("destination = host, fingerprint = null, secret = null, answer = '' where request = ?1", request);
    }

    @ApplicationScoped
    static class Rows implements PanacheRepositoryBase<TransmissionEntity, UUID> {}
}
