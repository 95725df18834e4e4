package si.vpogled.erasure;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import si.vpogled.connector.PlannedGroup.Way;
import si.vpogled.inventory.ItemId;
import si.vpogled.request.Limits;
import si.vpogled.subject.Identifier;

/** The groups of approved plans, and how far each is. Within a transaction, case locked. */
@ApplicationScoped
public class ErasureGroups {
    private final Rows rows;
    private final InstantSource clock;

    ErasureGroups(Rows rows, InstantSource clock) {
        this.rows = rows;
        this.clock = clock;
    }

    /**
     * What became of a group.
     *
     * @param line key of the plan's line; empty once the case is reduced to proof
     * @param erased as far as its connector said; of records that stay, how many lost what tells the person
     * @param due the day on which it is done; empty for at once
     */
    public record Group(
            Optional<String> line,
            String connector,
            String collection,
            String service,
            String period,
            Way way,
            List<ItemId> items,
            long records,
            long erased,
            GroupState state,
            Optional<LocalDate> due,
            Optional<Instant> proved) {}

    public List<Group> of(UUID request) {
        return all(request).stream()
                .map(row -> new Group(
                        Optional.ofNullable(row.line),
                        row.connector,
                        row.collection,
                        row.service,
                        row.period,
                        row.way,
                        row.items.list(),
                        row.records,
                        row.erased,
                        row.state,
                        Optional.ofNullable(row.dueOn),
                        Optional.ofNullable(row.provedAt)))
                .toList();
    }

    /** Puts those of a plan just approved in the place of what earlier plans left undone; what is done is to be proved. */
    void replace(Plan plan, String hash) {
        rows.delete(
                "request = ?1 and state in ?2",
                plan.request(),
                List.of(GroupState.WAITING, GroupState.CONTRADICTED, GroupState.REPLANNED));
        for (PlanLine line : plan.lines()) {
            line.now().ifPresent(now -> rows.persist(GroupEntity.of(plan, hash, line, now, Optional.empty())));
            line.later()
                    .ifPresent(later ->
                            rows.persist(GroupEntity.of(plan, hash, line, later.planned(), Optional.of(later.day()))));
        }
        rows.flush();
    }

    /** Those of all connectors that are due. */
    List<GroupEntity> due(UUID request) {
        LocalDate today = Limits.day(clock.instant());
        return all(request).stream().filter(row -> row.dueBy(today)).toList();
    }

    /** Under which there is still something to be done, or proved. */
    List<Identifier> identifiers(UUID request) {
        return all(request).stream()
                .map(row -> row.planned)
                .filter(Objects::nonNull)
                .map(planned -> planned.group().identifier())
                .distinct()
                .toList();
    }

    /** The day on which the next of them is due; empty where none is to come. */
    Optional<LocalDate> next(UUID request) {
        return all(request).stream()
                .filter(row -> row.state == GroupState.WAITING)
                .map(row -> row.dueOn)
                .filter(Objects::nonNull)
                .min(Comparator.naturalOrder());
    }

    /** Of whom they are goes; what was done, and when, stays. */
    void forget(UUID request) {
        all(request).forEach(row -> {
            row.planned = null;
            row.line = null;
        });
    }

    private List<GroupEntity> all(UUID request) {
        return rows.list("request = ?1 order by connector, service, collection, period, id", request);
    }

    @ApplicationScoped
    static class Rows implements PanacheRepositoryBase<GroupEntity, UUID> {}
}
