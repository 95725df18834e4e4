package si.vpogled.collection;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.time.Instant;
import java.util.UUID;

@Entity
@Table(name = "withholding")
@IdClass(WithholdingEntity.Key.class)
class WithholdingEntity {
    @Id
    @Column(name = "request_id")
    UUID request;

    @Id
    String item;

    String ground;
    String reason;

    @Column(name = "decided_by")
    String by;

    Instant at;

    record Key(UUID request, String item) implements Serializable {}
}
