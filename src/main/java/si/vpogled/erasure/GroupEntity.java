package si.vpogled.erasure;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import si.vpogled.connector.ErasureOutcome.Finding;
import si.vpogled.connector.ErasureOutcome.Step;
import si.vpogled.connector.PlannedGroup;
import si.vpogled.connector.PlannedGroup.Way;
import si.vpogled.connector.RecordGroup;
import si.vpogled.inventory.ItemId;
import si.vpogled.request.Limits;

@Entity
@Table(name = "erasure_group")
class GroupEntity {
    /** Within which what is found without a day is taken for what should have gone. */
    private static final Duration SOON = Duration.ofDays(1);

    @Id
    UUID id;

    @Column(name = "request_id")
    UUID request;

    String plan;
    String connector;

    /** Key of the plan's line; null once the case is reduced to proof. */
    String line;

    /** Whose it is; null once it is proved that it is gone. */
    @JdbcTypeCode(SqlTypes.JSON)
    @Column(name = "planned_group")
    PlannedGroup planned;

    /** Of which its records hold, or lose, a value. */
    @JdbcTypeCode(SqlTypes.JSON)
    Items items;

    String collection;
    String service;
    String period;

    @Enumerated(EnumType.STRING)
    Way way;

    long records;
    long erased;

    @Enumerated(EnumType.STRING)
    GroupState state;

    /** Null where it is done at once. */
    @Column(name = "due_on")
    LocalDate dueOn;

    @Column(name = "done_at")
    Instant doneAt;

    @Column(name = "proved_at")
    Instant provedAt;

    static GroupEntity of(Plan plan, String hash, PlanLine line, PlannedGroup planned, Optional<LocalDate> due) {
        GroupEntity row = new GroupEntity();
        row.id = UUID.randomUUID();
        row.request = plan.request();
        row.plan = hash;
        row.connector = line.connector();
        row.line = line.key();
        row.planned = planned;
        row.items = new Items(planned.items());
        row.collection = planned.group().collection();
        row.service = planned.group().service();
        row.period = planned.group().period().text();
        row.way = planned.way();
        row.records = planned.records();
        row.state = GroupState.WAITING;
        row.dueOn = due.orElse(null);
        return row;
    }

    /** Wrapped, so that the column's type is plain to the mapper. */
    record Items(List<ItemId> list) {}

    /** What was begun stays due, whatever the clock says since. */
    boolean dueBy(LocalDate today) {
        return dueOn == null || state != GroupState.WAITING || erased > 0 || !dueOn.isAfter(today);
    }

    /** Whether it waits for a day, and nothing of it was begun. */
    boolean isLater() {
        return state == GroupState.WAITING && dueOn != null && erased == 0;
    }

    boolean isOf(String of, RecordGroup group) {
        return connector.equals(of) && planned != null && planned.group().equals(group);
    }

    /** As a connector is told now: of records that go, no more may be there than are left; those that stay are all there. */
    PlannedGroup ordered() {
        long left = way == Way.ERASE ? records - erased : records;
        return new PlannedGroup(planned.group(), way, planned.items(), left);
    }

    /** What a step did to it; what is told too late changes nothing. */
    void took(Step step, Instant now) {
        if (!state.open()) {
            return;
        }
        erased = Math.min(records, erased + step.erased());
        switch (step.state()) {
            case DONE -> done(now);
            case MORE_THAN_PLANNED -> state = GroupState.REPLANNED;
            case CONTINUES, FAILED -> {
                // no more may go than was approved: whether that was all is for the proof
                if (way == Way.ERASE && erased >= records) {
                    done(now);
                }
            }
        }
    }

    private void done(Instant now) {
        state = GroupState.DONE;
        doneAt = now;
    }

    /** What is still there of it, by whoever looked again. */
    void looked(Finding finding, Instant now) {
        if (finding.proves(planned)) {
            state = GroupState.PROVED;
            provedAt = now;
            planned = null;
        } else if (finding.records() > records || (way == Way.ERASE && isPerhapsNew(finding, now))) {
            state = GroupState.REPLANNED;
        } else {
            state = GroupState.CONTRADICTED;
            erased = way == Way.ERASE ? records - finding.records() : 0;
        }
    }

    /** What came since it was erased is not what was approved to go; without a day nobody can tell after a while. */
    private boolean isPerhapsNew(Finding finding, Instant now) {
        return finding.first()
                .map(first -> !first.isBefore(Limits.day(doneAt)))
                .orElseGet(() -> doneAt.plus(SOON).isBefore(now));
    }
}
