package si.vpogled.request;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;

/** One asking to sign in; {@code request} is null where there is no such case. */
@Entity
@Table(name = "sign_in")
class SignInEntity {
    @Id
    UUID id;

    @Column(name = "request_id")
    UUID request;

    /** What stands for the reference and the address that were typed. */
    @Column(name = "asked_for")
    String askedFor;

    @Column(name = "ticket_hash")
    String ticketHash;

    @Column(name = "link_hash")
    String linkHash;

    @Column(name = "expires_at")
    Instant expiresAt;

    int tries;

    @Column(name = "used_at")
    Instant usedAt;
}
