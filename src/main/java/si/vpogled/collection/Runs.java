package si.vpogled.collection;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.UUID;

/** The runs of a case. */
@ApplicationScoped
public class Runs {
    private final Rows rows;

    Runs(Rows rows) {
        this.rows = rows;
    }

    @Transactional
    public List<Run> of(UUID request) {
        return rows.of(request).stream().map(RunEntity::view).toList();
    }

    @ApplicationScoped
    static class Rows implements PanacheRepositoryBase<RunEntity, UUID> {
        List<RunEntity> of(UUID request) {
            return list("request = ?1 order by connector", request);
        }
    }
}
