package si.vpogled.web.words;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import si.vpogled.connector.FaultKind;
import si.vpogled.request.State;

/** What is advised can be done on the case as it stands. */
class FaultWordsTest {
    private static final Instant AT = Instant.EPOCH;
    private static final Optional<State.Partial> PARTIAL =
            Optional.of(new State.Partial("Vir ne odgovarja", List.of("billing")));

    @ParameterizedTest
    @EnumSource
    void only_in_review_can_a_source_be_asked_again_or_an_answer_released_in_part(FaultKind kind) {
        assertThat(FaultWords.advice(kind, new State.InReview(AT, false)).sl())
                .contains("vprašajte znova", "delni odgovor");

        Stream.of(
                        new State.Collecting(AT),
                        new State.Assembling(AT, 1, PARTIAL),
                        new State.Ready(AT, 1, AT, PARTIAL),
                        new State.Closed(AT, new State.Ending.Withdrawn()))
                .map(state -> FaultWords.advice(kind, state))
                .forEach(advice -> {
                    assertThat(advice.sl()).doesNotContain("vprašajte znova", "delni odgovor");
                    assertThat(advice.en()).doesNotContain("hen ask it again", "in part");
                });
    }

    @ParameterizedTest
    @EnumSource
    void after_an_answer_in_part_staff_see_to_the_source_and_it_is_asked_by_itself(FaultKind kind) {
        assertThat(FaultWords.advice(kind, new State.Ready(AT, 1, AT, PARTIAL)).en())
                .endsWith(" It is asked again by itself; once it answers, there is a supplement to review.");
        assertThat(FaultWords.advice(kind, new State.Closed(AT, new State.Ending.Withdrawn()))
                        .en())
                .isEqualTo("The request is closed, so nothing needs to be done here.");
    }
}
