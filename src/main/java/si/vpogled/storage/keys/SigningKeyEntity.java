package si.vpogled.storage.keys;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;

@Entity
@Table(name = "signing_key")
class SigningKeyEntity {
    @Id
    String kid;

    @Column(name = "public_key")
    byte[] publicKey;

    @Column(name = "wrapped_key")
    byte[] wrappedKey;

    @Column(name = "created_at")
    Instant createdAt;
}
