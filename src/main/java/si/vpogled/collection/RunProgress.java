package si.vpogled.collection;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.util.UUID;

/** Writes down how far a run is, as long as it is the latest attempt. */
@ApplicationScoped
class RunProgress {
    private final EntityManager database;

    RunProgress(EntityManager database) {
        this.database = database;
    }

    /**
     * @return false where a later attempt, or the case's end, made this one void
     */
    boolean tell(UUID run, int attempt, long records, long bytes) {
        return QuarkusTransaction.requiringNew()
                        .call(() -> database.createNativeQuery("update run set records = ?3, bytes = ?4"
                                        + " where id = ?1 and attempt = ?2 and state = 'RUNNING' and not exists"
                                        + " (select from request where request.id = run.request_id"
                                        + " and request.state_kind = 'closed')")
                                .setParameter(1, run)
                                .setParameter(2, attempt)
                                .setParameter(3, records)
                                .setParameter(4, bytes)
                                .executeUpdate())
                == 1;
    }
}
