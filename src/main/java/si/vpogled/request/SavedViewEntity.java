package si.vpogled.request;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

@Entity
@Table(name = "saved_view")
class SavedViewEntity {
    @Id
    UUID id;

    String owner;
    String name;

    /** The parts of a selection by name, as {@link ListRequests.Filter#parts()} gives them. */
    @JdbcTypeCode(SqlTypes.JSON)
    Map<String, String> filter;

    boolean shared;

    @Column(name = "saved_at")
    Instant savedAt;
}
