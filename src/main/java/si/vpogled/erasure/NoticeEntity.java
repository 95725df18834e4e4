package si.vpogled.erasure;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;

@Entity
@Table(name = "erasure_notice")
class NoticeEntity {
    @Id
    UUID id;

    @Column(name = "request_id")
    UUID request;

    /** By name. */
    String recipient;

    /** Null where staff tell them in another way. */
    String email;

    /** What they are told, of whom; null once they are. */
    String text;

    @Column(name = "ordered_at")
    Instant orderedAt;

    @Column(name = "told_at")
    Instant toldAt;

    @Column(name = "told_by")
    String toldBy;

    String answer;

    @Column(name = "answered_at")
    Instant answeredAt;

    @Column(name = "answered_by")
    String answeredBy;

    void told(Instant now, String by) {
        if (toldAt == null) {
            toldAt = now;
            toldBy = by;
            text = null;
        }
    }
}
