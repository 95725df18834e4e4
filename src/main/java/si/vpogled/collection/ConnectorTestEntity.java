package si.vpogled.collection;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import si.vpogled.connector.job.TestReport;

@Entity
@Table(name = "connector_test")
class ConnectorTestEntity {
    @Id
    UUID id;

    String connector;
    String actor;

    @Column(name = "started_at")
    Instant startedAt;

    /** Null while it runs. */
    @Column(name = "ended_at")
    Instant endedAt;

    /** Null where it did not come to its end. */
    @JdbcTypeCode(SqlTypes.JSON)
    TestReport report;

    ConnectorTests.Tested view() {
        return new ConnectorTests.Tested(
                connector, actor, startedAt, Optional.ofNullable(endedAt), Optional.ofNullable(report));
    }
}
