package si.vpogled.erasure;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;

@Entity
@Table(name = "erased")
class ErasedEntity {
    @Id
    UUID id;

    String connector;
    String collection;
    String service;
    String period;

    /** Of identifier, in the clear nowhere here. */
    String kind;

    byte[] salt;
    byte[] hash;

    @Column(name = "erased_at")
    Instant erasedAt;
}
