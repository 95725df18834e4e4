package si.vpogled.web.console;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TellFoundTest {
    @Test
    void a_long_value_is_cut_between_characters_never_within_one() {
        assertThat(TellFound.shortened("a".repeat(199) + "🐝🐝", 200)).isEqualTo("a".repeat(199) + "🐝…");
        assertThat(TellFound.shortened("🐝".repeat(201), 200)).isEqualTo("🐝".repeat(200) + "…");
    }

    @Test
    void a_value_that_fits_stays_whole() {
        assertThat(TellFound.shortened("🐝".repeat(200), 200)).isEqualTo("🐝".repeat(200));
    }
}
