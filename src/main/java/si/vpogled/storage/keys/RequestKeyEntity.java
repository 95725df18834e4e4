package si.vpogled.storage.keys;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;

@Entity
@Table(name = "request_key")
class RequestKeyEntity {
    @Id
    @Column(name = "request_id")
    UUID request;

    @Column(name = "public_key")
    byte[] publicKey;

    /** Null once it was shredded. */
    @Column(name = "wrapped_key")
    byte[] wrappedKey;

    @Column(name = "created_at")
    Instant createdAt;

    @Column(name = "shredded_at")
    Instant shreddedAt;
}
