package si.vpogled.connector.job;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class RedactionTest {
    @Test
    void groupsThatOverlapAndStandInAnyOrderAreAllBlack() {
        Redaction redaction =
                new Redaction(List.of("(?=.*(tretje))(prvo).*?(drugo)", "(?<=uporabnik )(\\w+ \\w+)", "(a b) c"));

        assertThat(redaction.of("prvo in drugo in tretje")).isEqualTo("████████ in ████████ in ████████");
        assertThat(redaction.of("uporabnik a b c")).isEqualTo("uporabnik ████████ c");
        assertThat(redaction.of("brez skrivnosti")).isEqualTo("brez skrivnosti");
    }

    @Test
    void aGroupThatDidNotTakePartHidesNothing() {
        assertThat(new Redaction(List.of("geslo: (x+)?(y+)?")).of("geslo: yy")).isEqualTo("geslo: ████████");
    }
}
