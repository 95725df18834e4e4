package si.vpogled.request;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ClosedTallyTest {
    private final ClosedTally tally = new ClosedTally();

    @ParameterizedTest
    @CsvSource({"1, 1, 1", "2, 1.5, 2", "9, 5, 9", "10, 5.5, 9", "11, 6, 10", "20, 10.5, 18", "21, 11, 19"})
    void the_median_is_in_the_middle_and_nine_of_ten_are_within_the_ninetieth(
            int answers, BigDecimal median, int ninetieth) {
        for (int days = 1; days <= answers; days++) {
            tally.add(Settlement.ANSWERED, days, true, 1);
        }

        assertThat(tally.figures().median().orElseThrow()).isEqualByComparingTo(median);
        assertThat(tally.figures().ninetieth()).contains(ninetieth);
    }

    @Test
    void cases_alike_count_each() {
        tally.add(Settlement.ANSWERED, 5, true, 98);
        tally.add(Settlement.REFUSED, 40, false, 2);
        tally.add(Settlement.WITHDRAWN, 900, true, 1_000);

        assertThat(tally.figures().cases()).isEqualTo(1_100);
        assertThat(tally.figures().answered()).isEqualTo(100);
        assertThat(tally.figures().onTime()).isEqualTo(98);
        assertThat(tally.figures().median().orElseThrow()).isEqualByComparingTo("5");
        assertThat(tally.figures().ninetieth()).contains(5);
    }
}
