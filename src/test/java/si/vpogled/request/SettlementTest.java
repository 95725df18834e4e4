package si.vpogled.request;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class SettlementTest {
    private static final Instant AT = Instant.parse("2026-05-04T10:00:00Z");
    private static final State.Partial PART = new State.Partial("V popravilu", List.of("hosting"));

    static Stream<State> open() {
        return Stream.of(
                new State.AwaitingConfirmation(AT),
                new State.AwaitingDecision(AT),
                new State.Collecting(AT),
                new State.InReview(AT, true),
                new State.Assembling(AT, 1, Optional.empty()),
                new State.Planned(AT, "plan"),
                new State.AwaitingApproval(AT, "plan", "klara"),
                new State.Executing(AT, "plan", 1),
                new State.Proving(AT, "plan", 1));
    }

    static Stream<Arguments> settled() {
        return Stream.of(
                Arguments.of(new State.Ready(AT, 1, AT.plusSeconds(60), Optional.empty()), Settlement.ANSWERED),
                Arguments.of(
                        new State.Ready(AT, 1, AT.plusSeconds(60), Optional.of(PART)), Settlement.ANSWERED_IN_PART),
                Arguments.of(new State.Closed(AT, new State.Ending.Answered(1)), Settlement.ANSWERED),
                Arguments.of(new State.Remaining(AT, "plan", LocalDate.of(2035, 1, 1)), Settlement.ANSWERED),
                Arguments.of(new State.Closed(AT, new State.Ending.Erased("plan")), Settlement.ANSWERED),
                Arguments.of(
                        new State.Closed(AT, new State.Ending.AnsweredInPart(1, List.of("hosting"), "Ni več")),
                        Settlement.ANSWERED_IN_PART),
                Arguments.of(new State.Closed(AT, new State.Ending.Refused("excessive", "Že")), Settlement.REFUSED),
                Arguments.of(new State.Closed(AT, new State.Ending.Withdrawn()), Settlement.WITHDRAWN),
                Arguments.of(new State.Closed(AT, new State.Ending.NotConfirmed()), Settlement.NOT_CONFIRMED));
    }

    @ParameterizedTest
    @MethodSource("open")
    void what_is_open_is_not_settled(State state) {
        assertThat(Settlement.of(state)).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("settled")
    void an_answer_or_an_end_settles_a_case_at_its_own_time(State state, Settlement how) {
        assertThat(Settlement.of(state)).contains(new Settlement.Settled(AT, how));
        assertThat(Settlement.of(how.key())).isEqualTo(how);
    }

    @Test
    void a_supplement_changes_nothing_of_the_first_answer() {
        CaseEntity request = new CaseEntity();

        request.settle(new Settlement.Settled(AT, Settlement.ANSWERED_IN_PART));
        request.settle(new Settlement.Settled(AT.plusSeconds(86_400), Settlement.ANSWERED));

        assertThat(request.settledAt).isEqualTo(AT);
        assertThat(request.settledAs).isEqualTo("answered-in-part");
    }
}
