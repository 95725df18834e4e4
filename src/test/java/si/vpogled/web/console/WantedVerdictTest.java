package si.vpogled.web.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;

/** How staff write a day. */
class WantedVerdictTest {
    @Test
    void a_day_is_understood_as_slovenians_and_as_computers_write_it() {
        assertThat(WantedVerdict.parsed("2027-06-30")).contains(LocalDate.of(2027, 6, 30));
        assertThat(WantedVerdict.parsed(" 30. 6. 2027 ")).contains(LocalDate.of(2027, 6, 30));
        assertThat(WantedVerdict.parsed("30.6.2027")).contains(LocalDate.of(2027, 6, 30));
    }

    @Test
    void what_is_no_day_is_none() {
        assertThat(WantedVerdict.parsed("31. 6. 2027")).isEmpty();
        assertThat(WantedVerdict.parsed("2027-02-29")).isEmpty();
        assertThat(WantedVerdict.parsed("kmalu")).isEmpty();
        assertThat(WantedVerdict.parsed("")).isEmpty();
    }
}
