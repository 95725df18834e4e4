package si.vpogled.correspondence;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

@Entity
@Table(name = "message")
class MessageEntity {
    static final String SUBJECT = "subject";
    static final String STAFF = "staff";

    @Id
    UUID id;

    @Column(name = "request_id")
    UUID request;

    /** Whose it is: the subject's or staff's. */
    @Column(name = "author_kind")
    String authorKind;

    /** The name of a member of staff; empty for the subject. */
    String author;

    String text;
    Instant at;

    @Column(name = "seen_at")
    Instant seenAt;

    Message view(List<Message.Attachment> attachments) {
        return new Message(id, authorKind.equals(SUBJECT), author, text, at, Optional.ofNullable(seenAt), attachments);
    }
}
