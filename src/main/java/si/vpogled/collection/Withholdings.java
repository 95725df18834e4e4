package si.vpogled.collection;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.UUID;
import si.vpogled.inventory.ItemId;
import si.vpogled.law.RefusalGround;

/** Items that are found but left out of the answer for the rights of others (GDPR Art. 15(4)). */
@ApplicationScoped
public class Withholdings {
    private final Rows rows;
    private final WithheldParts parts;
    private final InstantSource clock;

    Withholdings(Rows rows, WithheldParts parts, InstantSource clock) {
        this.rows = rows;
        this.parts = parts;
        this.clock = clock;
    }

    /**
     * @param reason why, in the subject's language
     */
    public record Withholding(ItemId item, RefusalGround ground, String reason, String by, Instant at) {}

    /** What is left out of items, narrower than a whole one. */
    public WithheldParts parts() {
        return parts;
    }

    public void add(UUID request, ItemId item, RefusalGround ground, String reason, String by) {
        remove(request, item);
        WithholdingEntity row = new WithholdingEntity();
        row.request = request;
        row.item = item.toString();
        row.ground = ground.key();
        row.reason = reason;
        row.by = by;
        row.at = clock.instant();
        rows.persist(row);
        rows.flush();
    }

    public boolean remove(UUID request, ItemId item) {
        return rows.delete("request = ?1 and item = ?2", request, item.toString()) > 0;
    }

    public List<Withholding> of(UUID request) {
        return rows.list("request = ?1 order by item", request).stream()
                .map(row -> new Withholding(
                        ItemId.parse(row.item), RefusalGround.of(row.ground), row.reason, row.by, row.at))
                .toList();
    }

    /** All of a case, parts too: reasons and names of entries tell of persons; the history keeps items and grounds. */
    void forget(UUID request) {
        rows.delete("request", request);
        parts.forget(request);
    }

    @ApplicationScoped
    static class Rows implements PanacheRepositoryBase<WithholdingEntity, WithholdingEntity.Key> {}
}
