package si.vpogled.collection;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import si.vpogled.connector.ApprovedStep;
import si.vpogled.connector.ErasureOutcome;
import si.vpogled.connector.Fault;
import si.vpogled.connector.FaultKind;
import si.vpogled.connector.Order;
import si.vpogled.connector.Outcome;

@Entity
@Table(name = "run")
class RunEntity {
    @Id
    UUID id;

    @Column(name = "request_id")
    UUID request;

    String connector;

    @Enumerated(EnumType.STRING)
    RunState state;

    /** What it is asked to do now. */
    @Enumerated(EnumType.STRING)
    Order.Operation operation = Order.Operation.COLLECT;

    /** The groups that it is to erase or verify; null where it is asked for something else. */
    @JdbcTypeCode(SqlTypes.JSON)
    ApprovedStep step;

    /** What there was to erase when it last looked. */
    @JdbcTypeCode(SqlTypes.JSON)
    ErasureOutcome found;

    /** Counts every start, whoever starts it: a process with an older number changes nothing any more. */
    int attempt;

    /** Counts the tries since somebody last asked for one. */
    int tries;

    /** Counts the tasks scheduled, so that each has a name of its own. */
    int launches;

    @Column(name = "fault_kind")
    @Enumerated(EnumType.STRING)
    FaultKind faultKind;

    String fault;

    @JdbcTypeCode(SqlTypes.JSON)
    Outcome outcome;

    @Column(name = "extract_key")
    String extractKey;

    @Column(name = "extract_attempt")
    Integer extractAttempt;

    long records;
    long bytes;

    /** Since when it asks for room in vain. */
    @Column(name = "waiting_since")
    Instant waitingSince;

    /** When it last asked for room in vain, or little before. */
    @Column(name = "asked_at")
    Instant askedAt;

    @Column(name = "started_at")
    Instant startedAt;

    @Column(name = "ended_at")
    Instant endedAt;

    @Column(name = "failing_since")
    Instant failingSince;

    @Column(name = "retry_at")
    Instant retryAt;

    static RunEntity waiting(UUID request, String connector, Order.Operation operation) {
        RunEntity run = new RunEntity();
        run.operation = operation;
        run.id = UUID.randomUUID();
        run.request = request;
        run.connector = connector;
        run.state = RunState.WAITING;
        return run;
    }

    /** It has its place, or begins to ask for one anew. */
    void waitNoLonger() {
        waitingSince = null;
        askedAt = null;
    }

    void fault(Optional<Fault> told) {
        faultKind = told.map(Fault::kind).orElse(null);
        fault = told.map(Fault::message).orElse(null);
    }

    void fail(Fault told, Instant now) {
        state = RunState.FAILED;
        fault(Optional.of(told));
        failingSince = failingSince == null ? now : failingSince;
        endedAt = now;
        retryAt = null;
        bringNothing();
    }

    /** What an earlier attempt brought is no answer any more. */
    void bringNothing() {
        found = null;
        outcome = null;
        extractKey = null;
        extractAttempt = null;
    }

    /** Of whom it told; what it found of which item stays. */
    void forgetWhose() {
        outcome = outcome == null ? null : outcome.ofNobody();
        found = null;
        step = null;
    }

    /** From now on it erases or verifies; what it found before stays. */
    void take(Order.Operation next, ApprovedStep groups) {
        operation = next;
        step = groups;
        tries = 0;
        retryAt = null;
        state = RunState.WAITING;
    }

    Run view() {
        Optional<Fault> told = Optional.ofNullable(faultKind).map(kind -> new Fault(kind, fault));
        Optional<Run.Extract> extract =
                Optional.ofNullable(extractKey).map(key -> new Run.Extract(key, extractAttempt));
        return new Run(
                id,
                request,
                connector,
                state,
                attempt,
                tries,
                told,
                Optional.ofNullable(outcome),
                extract,
                records,
                bytes,
                Optional.ofNullable(startedAt),
                Optional.ofNullable(endedAt),
                Optional.ofNullable(failingSince),
                Optional.ofNullable(retryAt));
    }
}
