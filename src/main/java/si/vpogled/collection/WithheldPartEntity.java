package si.vpogled.collection;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import si.vpogled.connector.extract.Part;
import si.vpogled.law.RefusalGround;

@Entity
@Table(name = "withheld_part")
class WithheldPartEntity {
    @Id
    UUID id;

    @Column(name = "request_id")
    UUID request;

    String connector;
    int attempt;
    String entry;
    long record;
    String print;
    String field;
    boolean lost;
    String ground;
    String reason;

    @Column(name = "decided_by")
    String by;

    Instant at;

    void place(Part part) {
        entry = part.entry();
        record = part.record().map(Part.Mark::number).orElse(0L);
        print = part.record().map(Part.Mark::print).orElse("");
        field = part.field().orElse("");
    }

    private Part part() {
        return new Part(
                entry,
                record == 0 ? Optional.empty() : Optional.of(new Part.Mark(record, print)),
                Optional.of(field).filter(name -> !name.isEmpty()));
    }

    WithheldParts.WithheldPart view() {
        return new WithheldParts.WithheldPart(
                id,
                new WithheldParts.Source(connector, attempt),
                part(),
                RefusalGround.of(ground),
                reason,
                by,
                at,
                lost);
    }
}
