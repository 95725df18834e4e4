package si.vpogled.request;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;

@Entity
@Table(name = "portal_session")
class PortalSessionEntity {
    @Id
    @Column(name = "token_hash")
    String tokenHash;

    @Column(name = "request_id")
    UUID request;

    @Column(name = "idle_at")
    Instant idleAt;

    @Column(name = "expires_at")
    Instant expiresAt;
}
