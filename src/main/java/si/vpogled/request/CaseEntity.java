package si.vpogled.request;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import si.vpogled.subject.Identifier;
import si.vpogled.text.Language;

@Entity
@Table(name = "request")
class CaseEntity {
    @Id
    UUID id;

    String reference;

    @Column(name = "right_key")
    String right;

    @JdbcTypeCode(SqlTypes.JSON)
    List<String> services;

    String name;
    String email;

    @JdbcTypeCode(SqlTypes.JSON)
    StatedIdentifiers identifiers;

    String language;
    String message;

    @JdbcTypeCode(SqlTypes.JSON)
    State state;

    /** What the database makes of {@link #state}, for filters. */
    @Column(name = "state_kind", insertable = false, updatable = false)
    String stateKind;

    @Column(name = "received_at")
    Instant receivedAt;

    /** Null where the time limit counts from receipt. */
    @Column(name = "counted_from")
    Instant countedFrom;

    @Column(name = "due_on")
    LocalDate dueOn;

    @Column(name = "extension_reason")
    String extensionReason;

    @Column(name = "extended_at")
    Instant extendedAt;

    String assignee;

    /** Set once; how is a key of {@link Settlement}. */
    @Column(name = "settled_at")
    Instant settledAt;

    @Column(name = "settled_as")
    String settledAs;

    /** Of the form that began it, where traces were followed. */
    String trace;

    @Version
    long version;

    /** The first time counts: a supplement to an answer in part does not make it come later. */
    void settle(Settlement.Settled settled) {
        if (settledAt == null) {
            settledAt = settled.at();
            settledAs = settled.how().key();
        }
    }

    Instant countedFrom() {
        return countedFrom == null ? receivedAt : countedFrom;
    }

    /** Wrapped, so that the column's type is plain to the mapper. */
    record StatedIdentifiers(List<Identifier> list) {}

    RequestCase view() {
        return new RequestCase(
                id,
                reference,
                Right.of(right),
                services,
                name,
                email,
                identifiers.list(),
                Language.of(language),
                message,
                state,
                receivedAt,
                countedFrom(),
                dueOn,
                Optional.ofNullable(extendedAt).map(at -> new RequestCase.Extension(at, extensionReason)),
                Optional.ofNullable(assignee),
                Optional.ofNullable(settledAt));
    }
}
