package si.vpogled.correspondence;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.UUID;

@Entity
@Table(name = "attachment")
class AttachmentEntity {
    @Id
    UUID id;

    @Column(name = "message_id")
    UUID message;

    int position;
    String name;

    @Column(name = "media_type")
    String mediaType;

    long size;
    String sha256;

    @Column(name = "object_key")
    String key;

    Message.Attachment view() {
        return new Message.Attachment(id, name, mediaType, size, sha256);
    }
}
