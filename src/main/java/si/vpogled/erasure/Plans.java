package si.vpogled.erasure;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import si.vpogled.request.Actor;

/** The plans of cases, every version that there was. Within a transaction. */
@ApplicationScoped
public class Plans {
    private final Rows rows;
    private final InstantSource clock;

    Plans(Rows rows, InstantSource clock) {
        this.rows = rows;
        this.clock = clock;
    }

    /**
     * A version of a plan.
     *
     * @param plan empty once the case is reduced to proof
     */
    public record Version(
            int number,
            String hash,
            Optional<Plan> plan,
            Instant madeAt,
            String madeBy,
            Optional<String> proposedBy,
            Optional<String> approvedBy) {}

    /** Oldest first. */
    public List<Version> of(UUID request) {
        return rows.list("request = ?1 order by number", request).stream()
                .map(Plans::view)
                .toList();
    }

    /** The last one, as long as it can be read. */
    public Optional<Plan> current(UUID request) {
        return last(request).flatMap(row -> view(row).plan());
    }

    /**
     * Keeps a plan as the case's last version; one that says the same as the last is that.
     *
     * @return its hash
     */
    String keep(Plan plan, Actor by) {
        PlanDocument document = PlanDocument.of(plan);
        Optional<PlanEntity> before = last(plan.request());
        if (before.filter(row -> row.hash.equals(document.hash())).isEmpty()) {
            PlanEntity row = new PlanEntity();
            row.id = UUID.randomUUID();
            row.request = plan.request();
            row.number = before.map(last -> last.number).orElse(0) + 1;
            row.hash = document.hash();
            row.document = document.text();
            row.madeAt = clock.instant();
            row.madeBy = by.name();
            rows.persist(row);
        }
        return document.hash();
    }

    void proposed(UUID request, Actor by) {
        last(request).ifPresent(row -> {
            row.proposedBy = by.name();
            row.proposedAt = clock.instant();
        });
    }

    void approved(UUID request, Actor by) {
        last(request).ifPresent(row -> {
            row.approvedBy = by.name();
            row.approvedAt = clock.instant();
        });
    }

    /** What they say goes; that there were, and who approved which, stays. */
    void forget(UUID request) {
        rows.update("document = null where request = ?1", request);
    }

    private Optional<PlanEntity> last(UUID request) {
        return rows.find("request = ?1 order by number desc", request).firstResultOptional();
    }

    private static Version view(PlanEntity row) {
        return new Version(
                row.number,
                row.hash,
                Optional.ofNullable(row.document).map(text -> new PlanDocument(text).plan()),
                row.madeAt,
                row.madeBy,
                Optional.ofNullable(row.proposedBy),
                Optional.ofNullable(row.approvedBy));
    }

    @ApplicationScoped
    static class Rows implements PanacheRepositoryBase<PlanEntity, UUID> {}
}
