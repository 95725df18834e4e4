package si.vpogled.collection;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import si.vpogled.connector.extract.Part;
import si.vpogled.law.RefusalGround;

/**
 * Entries, records and fields that are found but left out of the answer for the rights of others (GDPR Art. 15(4)).
 * Within a transaction, case locked where something changes.
 */
@ApplicationScoped
public class WithheldParts {
    private final Rows rows;
    private final InstantSource clock;

    WithheldParts(Rows rows, InstantSource clock) {
        this.rows = rows;
        this.clock = clock;
    }

    /**
     * @param source in which the part was seen
     * @param reason why, in the subject's language
     * @param lost whether it was sought in a later extract and not found beyond doubt: staff decide anew
     */
    public record WithheldPart(
            UUID id,
            Source source,
            Part part,
            RefusalGround ground,
            String reason,
            String by,
            Instant at,
            boolean lost) {
        /** Whether the connector has brought something newer since. */
        public boolean outdated(List<Run> runs) {
            return runs.stream()
                    .filter(run -> run.connector().equals(source.connector()))
                    .flatMap(run -> run.extract().stream())
                    .anyMatch(extract -> extract.attempt() != source.attempt());
        }
    }

    /** An extract: whose, and of which attempt. */
    public record Source(String connector, int attempt) {}

    /** @return its id; a decision on the same part is replaced */
    public UUID add(UUID request, Source source, Part part, RefusalGround ground, String reason, String by) {
        WithheldPartEntity row = new WithheldPartEntity();
        row.id = UUID.randomUUID();
        row.request = request;
        row.connector = source.connector();
        row.attempt = source.attempt();
        row.place(part);
        row.ground = ground.key();
        row.reason = reason;
        row.by = by;
        row.at = clock.instant();
        rows.delete(
                "request = ?1 and entry = ?2 and record = ?3 and field = ?4",
                request,
                row.entry,
                row.record,
                row.field);
        rows.persist(row);
        rows.flush();
        return row.id;
    }

    /** @return what it was; empty where there is none of this case */
    public Optional<WithheldPart> remove(UUID request, UUID id) {
        Optional<WithheldPartEntity> row =
                rows.find("id = ?1 and request = ?2", id, request).firstResultOptional();
        row.ifPresent(rows::delete);
        return row.map(WithheldPartEntity::view);
    }

    public List<WithheldPart> of(UUID request) {
        return rows.list("request = ?1 order by entry, record, field, at", request).stream()
                .map(WithheldPartEntity::view)
                .toList();
    }

    /** Whether any decision is open: its part was not found again, or was not sought yet. */
    public boolean open(UUID request, List<Run> runs) {
        return of(request).stream().anyMatch(part -> part.lost() || part.outdated(runs));
    }

    /** Notes where a part stands in a later extract. */
    public void found(UUID id, int attempt, Part now) {
        rows.findByIdOptional(id).ifPresent(row -> {
            row.attempt = attempt;
            row.lost = false;
            row.place(now);
        });
    }

    /** Notes that a part is not in a later extract, or cannot be told from others. */
    public void lost(UUID id, int attempt) {
        rows.findByIdOptional(id).ifPresent(row -> {
            row.attempt = attempt;
            row.lost = true;
        });
    }

    void forget(UUID request) {
        rows.delete("request", request);
    }

    @ApplicationScoped
    static class Rows implements PanacheRepositoryBase<WithheldPartEntity, UUID> {}
}
