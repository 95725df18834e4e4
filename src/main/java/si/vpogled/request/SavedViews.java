package si.vpogled.request;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * Selections of the list that members of staff look at again and again, each by a name of their own. The text of a
 * search is never part of one: it may be anybody's name, and would outlive their case.
 */
@ApplicationScoped
public class SavedViews {
    /** Of one member of staff. */
    public static final int MOST = 20;

    /** Longest name, in characters. */
    public static final int LONGEST_NAME = 60;

    private final Rows rows;
    private final InstantSource clock;

    SavedViews(Rows rows, InstantSource clock) {
        this.rows = rows;
        this.clock = clock;
    }

    /**
     * @param filter as {@link ListRequests.Filter#parts()} gives it
     * @param shared shown to all members of staff
     */
    public record View(UUID id, String owner, String name, Map<String, String> filter, boolean shared) {
        public View {
            filter = Map.copyOf(filter);
        }
    }

    /** What came of saving or renaming. */
    public enum Result {
        DONE,
        /** They have {@link #MOST} already. */
        TOO_MANY,
        /** They have another of this name. */
        NAME_TAKEN,
        /** They have none of this id; somebody else's counts as none. */
        UNKNOWN
    }

    /** One's own by name, then those that others share. */
    @Transactional
    public List<View> of(Actor actor) {
        actor.require(Role.CLERK, Role.APPROVER, Role.AUDITOR);
        return rows
                .list("owner = ?1 or shared order by case when owner = ?1 then 0 else 1 end, name", actor.name())
                .stream()
                .map(row -> new View(row.id, row.owner, row.name, row.filter, row.shared))
                .toList();
    }

    /** Saves a selection by a name; one's own of the same name is replaced. */
    @Transactional
    public Result save(Actor actor, String name, ListRequests.Filter filter, boolean shared) {
        actor.require(Role.CLERK, Role.APPROVER);
        lock(actor);
        Optional<SavedViewEntity> before = named(actor, name);
        if (before.isEmpty() && rows.count("owner", actor.name()) >= MOST) {
            return Result.TOO_MANY;
        }
        SavedViewEntity view = before.orElseGet(SavedViewEntity::new);
        view.filter = filter.parts();
        view.shared = shared;
        view.savedAt = clock.instant();
        if (before.isEmpty()) {
            view.id = UUID.randomUUID();
            view.owner = actor.name();
            view.name = name;
            rows.persist(view);
        }
        return Result.DONE;
    }

    @Transactional
    public Result rename(Actor actor, UUID id, String name) {
        actor.require(Role.CLERK, Role.APPROVER);
        lock(actor);
        if (named(actor, name).filter(other -> !other.id.equals(id)).isPresent()) {
            return Result.NAME_TAKEN;
        }
        int renamed = rows.update("name = ?1 where id = ?2 and owner = ?3", name, id, actor.name());
        return renamed == 1 ? Result.DONE : Result.UNKNOWN;
    }

    /** Whether it was there or not, it is gone; somebody else's stays. */
    @Transactional
    public void delete(Actor actor, UUID id) {
        actor.require(Role.CLERK, Role.APPROVER);
        rows.delete("id = ?1 and owner = ?2", id, actor.name());
    }

    private Optional<SavedViewEntity> named(Actor actor, String name) {
        return rows.find("owner = ?1 and name = ?2", actor.name(), name).firstResultOptional();
    }

    /** What one member of staff saves at the same time twice comes one after the other. */
    private void lock(Actor actor) {
        rows.getEntityManager()
                .createNativeQuery("select 1 from pg_advisory_xact_lock(hashtext('saved_view'), hashtext(?1))")
                .setParameter(1, actor.name())
                .getSingleResult();
    }

    @ApplicationScoped
    static class Rows implements PanacheRepositoryBase<SavedViewEntity, UUID> {}
}
