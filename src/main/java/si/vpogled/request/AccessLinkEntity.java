package si.vpogled.request;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;

@Entity
@Table(name = "access_link")
class AccessLinkEntity {
    @Id
    UUID id;

    @Column(name = "request_id")
    UUID request;

    String purpose;

    @Column(name = "token_hash")
    String tokenHash;

    @Column(name = "expires_at")
    Instant expiresAt;

    @Column(name = "used_at")
    Instant usedAt;
}
