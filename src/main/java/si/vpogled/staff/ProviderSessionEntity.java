package si.vpogled.staff;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;

@Entity
@Table(name = "provider_session")
class ProviderSessionEntity {
    @Id
    @Column(name = "id_hash")
    String idHash;

    @Column(name = "sealed_tokens")
    byte[] sealedTokens;

    @Column(name = "expires_at")
    Instant expiresAt;
}
