package si.vpogled.staff;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;

@Entity
@Table(name = "colleague")
class ColleagueEntity {
    @Id
    String name;

    String subject;

    boolean works;

    @Column(name = "seen_at")
    Instant seenAt;
}
