package si.vpogled.request;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;

@Entity
@Table(name = "note")
class NoteEntity {
    @Id
    UUID id;

    @Column(name = "request_id")
    UUID request;

    String author;
    String text;
    Instant at;
}
