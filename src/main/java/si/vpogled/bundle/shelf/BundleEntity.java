package si.vpogled.bundle.shelf;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import si.vpogled.bundle.completeness.LeftOut;

@Entity
@Table(name = "bundle")
class BundleEntity {
    @Id
    UUID id;

    @Column(name = "request_id")
    UUID request;

    int number;

    /** Counts every start of assembling: an older one cannot put its bundle here any more. */
    int attempt;

    /** When staff last released it. */
    @Column(name = "ordered_at")
    Instant orderedAt;

    /** Counts the starts since then. */
    int tries;

    /** assembling, ready, ended. */
    String state;

    @Column(name = "object_key")
    String key;

    Long size;
    String sha256;

    @Column(name = "created_at")
    Instant createdAt;

    @Column(name = "ready_at")
    Instant readyAt;

    @Column(name = "available_until")
    Instant availableUntil;

    @Column(name = "partial_reason")
    String partialReason;

    @JdbcTypeCode(SqlTypes.JSON)
    List<String> missing;

    /** Null where an earlier version assembled it. */
    @Column(name = "left_out")
    @JdbcTypeCode(SqlTypes.JSON)
    List<LeftOut> leftOut;

    BundleShelf.Bundle view() {
        return new BundleShelf.Bundle(
                request,
                number,
                attempt,
                key,
                size,
                sha256,
                readyAt,
                availableUntil,
                Optional.ofNullable(partialReason),
                missing,
                leftOut == null ? List.of() : leftOut);
    }
}
