package si.vpogled.collection;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.transaction.Transactional;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

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

    /** The runs of several cases, by case. */
    @Transactional
    public Map<UUID, List<Run>> of(Collection<UUID> requests) {
        return rows.list("request in ?1 order by connector", requests).stream()
                .map(RunEntity::view)
                .collect(Collectors.groupingBy(Run::request));
    }

    @ApplicationScoped
    static class Rows implements PanacheRepositoryBase<RunEntity, UUID> {
        private final Event<AttemptEnded> ended;

        Rows(Event<AttemptEnded> ended) {
            this.ended = ended;
        }

        List<RunEntity> of(UUID request) {
            return list("request = ?1 order by connector", request);
        }

        /** Keeps an attempt that has just ended, beside the run, which forgets it when the next one begins. */
        void keep(RunEntity run) {
            flush();
            getEntityManager()
                    .createNativeQuery("insert into run_attempt"
                            + " select id, attempt, connector, started_at, ended_at, fault_kind, fault from run"
                            + " where id = ?1 on conflict do nothing")
                    .setParameter(1, run.id)
                    .executeUpdate();
            ended.fire(AttemptEnded.of(run));
        }
    }
}
