package si.vpogled.letter;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

@Entity
@Table(name = "letter")
class LetterEntity {
    @Id
    UUID id;

    @Column(name = "request_id")
    UUID request;

    String kind;

    /** What makes it one of its kind: a bundle's number, a link. */
    String about;

    /** Null where an earlier version ordered it, until it is sent. */
    @JdbcTypeCode(SqlTypes.JSON)
    SettledFacts facts;

    @Column(name = "created_at")
    Instant createdAt;

    @Column(name = "sent_at")
    Instant sentAt;

    /** Not sent, and never will be: its time was over, or the mail server refuses it. */
    @Column(name = "dropped_at")
    Instant droppedAt;

    /** Since when the mail server does not take it; null where it was not tried, or has been sent. */
    @Column(name = "failing_since")
    Instant failingSince;

    boolean waits() {
        return sentAt == null && droppedAt == null;
    }

    /** Ordered, and not taken by the mail server: not yet, or never. */
    boolean undelivered() {
        return waits() || (sentAt == null && failingSince != null);
    }
}
