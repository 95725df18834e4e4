package si.vpogled.erasure;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;

@Entity
@Table(name = "erasure_certificate")
class CertificateEntity {
    @Id
    UUID id;

    @Column(name = "request_id")
    UUID request;

    int number;
    String document;

    /** A JWS whose payload is the document. */
    String signed;

    @Column(name = "made_at")
    Instant madeAt;
}
