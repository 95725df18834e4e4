package si.vpogled.request;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import si.vpogled.text.Language;

/** Whether an answer is still due. */
class RequestCaseTest {
    private static final Instant FROM = Instant.parse("2026-01-05T10:00:00Z");
    private static final State EXECUTING = new State.Executing(FROM, "0".repeat(64), 1);

    @Test
    void what_goes_years_after_the_answer_is_not_late() {
        assertThat(erasure(EXECUTING, Optional.empty()).isAnswered()).isFalse();
        assertThat(erasure(EXECUTING, Optional.of(FROM.plusSeconds(60))).isAnswered())
                .isTrue();
        assertThat(erasure(new State.Collecting(FROM), Optional.of(FROM.plusSeconds(60)))
                        .isAnswered())
                .isTrue();
    }

    @Test
    void what_was_reopened_is_to_be_answered_again() {
        assertThat(erasure(new State.Collecting(FROM), Optional.of(FROM.minusSeconds(60)))
                        .isAnswered())
                .isFalse();
        assertThat(erasure(new State.AwaitingDecision(FROM), Optional.of(FROM.plusSeconds(60)))
                        .isAnswered())
                .isFalse();
    }

    private static RequestCase erasure(State state, Optional<Instant> settled) {
        return new RequestCase(
                new UUID(0, 1),
                "VP-2026-0001",
                Right.ERASURE,
                List.of("domains"),
                "Anton Kranjc",
                "info@cebelarstvo-kranjc.si",
                List.of(),
                Language.SL,
                "",
                state,
                FROM,
                FROM,
                LocalDate.of(2026, 2, 5),
                Optional.empty(),
                Optional.empty(),
                settled);
    }
}
