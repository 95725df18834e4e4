package si.vpogled.erasure;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import si.vpogled.connector.ErasureOutcome.Finding;
import si.vpogled.connector.ErasureOutcome.State;
import si.vpogled.connector.ErasureOutcome.Step;
import si.vpogled.connector.PlannedGroup;
import si.vpogled.connector.PlannedGroup.Way;
import si.vpogled.connector.RecordGroup;
import si.vpogled.inventory.ItemId;

/** How far a group is, by what its connector says and by what is found. */
class GroupEntityTest {
    private static final Instant NOW = Instant.parse("2026-11-23T10:00:00Z");
    private static final RecordGroup PLACE = Planned.group("payments", "domains", "2015");
    private static final List<ItemId> ITEMS = List.of(ItemId.parse("domains.service-fulfilment.payer-ip"));

    private final GroupEntity erased = group(Way.ERASE, Optional.empty());
    private final GroupEntity anonymised = group(Way.ANONYMISE, Optional.empty());

    @Test
    void a_step_that_reached_its_bound_leaves_less_to_be_done() {
        erased.took(step(State.CONTINUES, 30), NOW);

        assertThat(erased.state).isEqualTo(GroupState.WAITING);
        assertThat(erased.ordered().records()).isEqualTo(70);
    }

    @Test
    void records_that_stay_are_all_still_there_after_a_step() {
        anonymised.took(step(State.CONTINUES, 30), NOW);

        assertThat(anonymised.ordered().records()).isEqualTo(100);
    }

    @Test
    void a_fault_loses_nothing_of_what_was_done() {
        erased.took(step(State.FAILED, 12), NOW);

        assertThat(erased.state).isEqualTo(GroupState.WAITING);
        assertThat(erased.ordered().records()).isEqualTo(88);
    }

    @Test
    void what_is_said_to_be_done_is_not_proved_by_that() {
        erased.took(step(State.DONE, 100), NOW);

        assertThat(erased.state).isEqualTo(GroupState.DONE);
        assertThat(erased.provedAt).isNull();
    }

    @Test
    void nothing_is_ordered_of_what_is_more_than_planned() {
        erased.took(step(State.MORE_THAN_PLANNED, 0), NOW);

        assertThat(erased.state).isEqualTo(GroupState.REPLANNED);
        assertThat(erased.state.open()).isFalse();
    }

    @Test
    void what_is_proved_tells_of_nobody_any_more() {
        erased.took(step(State.DONE, 100), NOW);
        erased.looked(Planned.finding(PLACE, 0, "service-fulfilment"), NOW);

        assertThat(erased.state).isEqualTo(GroupState.PROVED);
        assertThat(erased.planned).isNull();
        assertThat(erased.provedAt).isEqualTo(NOW);
    }

    /** A connector that says "done" and lies. */
    @Test
    void what_is_still_there_is_to_be_done_again_and_no_more_than_that() {
        erased.took(step(State.DONE, 100), NOW);
        erased.looked(Planned.finding(PLACE, 40, "service-fulfilment", "payer-ip"), NOW);

        assertThat(erased.state).isEqualTo(GroupState.CONTRADICTED);
        assertThat(erased.ordered().records()).isEqualTo(40);
    }

    @Test
    void records_that_stay_are_proved_when_none_has_a_value_any_more() {
        anonymised.took(step(State.DONE, 100), NOW);
        anonymised.looked(Planned.finding(PLACE, 100, "service-fulfilment", "payer-ip"), NOW);
        assertThat(anonymised.state).isEqualTo(GroupState.CONTRADICTED);

        anonymised.looked(Planned.finding(PLACE, 100, "service-fulfilment", "paypal-account"), NOW);
        assertThat(anonymised.state).isEqualTo(GroupState.PROVED);
    }

    @Test
    void what_came_since_is_not_covered_by_the_plan() {
        erased.took(step(State.DONE, 100), NOW);
        erased.looked(Planned.finding(PLACE, 101, "service-fulfilment", "payer-ip"), NOW);

        assertThat(erased.state).isEqualTo(GroupState.REPLANNED);
    }

    @Test
    void what_has_a_day_is_due_from_that_day_on() {
        LocalDate day = LocalDate.of(2035, 1, 1);
        GroupEntity later = group(Way.ERASE, Optional.of(day));

        assertThat(later.dueBy(day.minusDays(1))).isFalse();
        assertThat(later.dueBy(day)).isTrue();
        assertThat(erased.dueBy(day)).isTrue();
    }

    /** A clock that is put back past midnight. */
    @Test
    void what_was_begun_stays_due_though_the_clock_is_put_back() {
        LocalDate day = LocalDate.of(2035, 1, 1);
        GroupEntity begun = group(Way.ERASE, Optional.of(day));
        begun.took(step(State.CONTINUES, 1), NOW);
        GroupEntity done = group(Way.ERASE, Optional.of(day));
        done.took(step(State.DONE, 100), NOW);

        assertThat(begun.dueBy(day.minusDays(1))).isTrue();
        assertThat(done.dueBy(day.minusDays(1))).isTrue();
        assertThat(begun.isLater()).isFalse();
        assertThat(group(Way.ERASE, Optional.of(day)).isLater()).isTrue();
    }

    @Test
    void no_more_is_ordered_than_was_approved_less_what_went() {
        erased.took(step(State.FAILED, 100), NOW);

        assertThat(erased.state).as("left to the proof").isEqualTo(GroupState.DONE);
    }

    @Test
    void a_step_of_before_changes_nothing_of_what_is_planned_anew() {
        erased.took(step(State.MORE_THAN_PLANNED, 0), NOW);
        erased.took(step(State.DONE, 100), NOW);

        assertThat(erased.state).isEqualTo(GroupState.REPLANNED);
        assertThat(erased.erased).isZero();
    }

    @Test
    void records_made_since_they_were_erased_are_not_erased_by_the_old_approval() {
        erased.took(step(State.DONE, 100), NOW);
        erased.looked(found(Optional.of(LocalDate.of(2026, 11, 24))), NOW.plus(Duration.ofDays(2)));
        assertThat(erased.state).isEqualTo(GroupState.REPLANNED);

        GroupEntity undated = group(Way.ERASE, Optional.empty());
        undated.took(step(State.DONE, 100), NOW);
        undated.looked(found(Optional.empty()), NOW.plus(Duration.ofDays(2)));
        assertThat(undated.state).isEqualTo(GroupState.REPLANNED);

        GroupEntity lied = group(Way.ERASE, Optional.empty());
        lied.took(step(State.DONE, 100), NOW);
        lied.looked(found(Optional.of(LocalDate.of(2015, 5, 1))), NOW.plus(Duration.ofDays(2)));
        assertThat(lied.state).isEqualTo(GroupState.CONTRADICTED);
    }

    /** A part of each record goes at once, and all of it on a day that came meanwhile. */
    @Test
    void of_the_same_records_one_thing_is_done_at_a_time() {
        GroupEntity all = group(Way.ERASE, Optional.of(LocalDate.of(2026, 1, 1)));
        DueGroups due = new DueGroups(List.of(all, anonymised));

        assertThat(due.toErase()).containsExactly(anonymised);
        assertThat(due.taken("billing", PLACE)).containsExactly(anonymised);
        anonymised.took(step(State.DONE, 100), NOW);

        assertThat(due.toErase()).containsExactly(all);
        assertThat(due.looked("billing", PLACE)).containsExactly(anonymised);
        all.took(step(State.DONE, 100), NOW);
        assertThat(due.toVerify()).containsExactly(anonymised);
        assertThat(due.looked("billing", PLACE)).containsExactly(all, anonymised);
    }

    private static Finding found(Optional<LocalDate> first) {
        return new Finding(PLACE, 3, List.of(), first, first, Optional.empty(), false);
    }

    private static Step step(State state, long erased) {
        return new Step(PLACE, state, 100, erased, Optional.empty());
    }

    private static GroupEntity group(Way way, Optional<LocalDate> due) {
        Plan plan = new Plan(
                1,
                UUID.randomUUID(),
                "VP-2026-0001",
                Planned.TODAY,
                "1",
                List.of(),
                List.of(),
                List.of(),
                0,
                List.of(),
                Optional.empty());
        PlanLine line = new PlanLine(
                "billing",
                PLACE,
                100,
                Optional.empty(),
                Optional.empty(),
                List.of(),
                Optional.empty(),
                Optional.empty());
        return GroupEntity.of(plan, "0".repeat(64), line, new PlannedGroup(PLACE, way, ITEMS, 100), due);
    }
}
