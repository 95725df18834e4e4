package si.vpogled.request;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;

@Entity
@Table(name = "form_draft")
class FormDraftEntity {
    @Id
    String id;

    byte[] content;

    @Column(name = "expires_at")
    Instant expiresAt;
}
