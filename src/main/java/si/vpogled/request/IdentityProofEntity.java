package si.vpogled.request;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

@Entity
@Table(name = "identity_proof")
class IdentityProofEntity {
    @Id
    UUID id;

    @Column(name = "request_id")
    UUID request;

    String method;

    @JdbcTypeCode(SqlTypes.JSON)
    CaseEntity.StatedIdentifiers identifiers;

    @Column(name = "proved_by")
    String by;

    String note;
    Instant at;
}
