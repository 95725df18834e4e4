package si.vpogled.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PluralTest {
    private static final String DAYS_SL = "dan|dneva|dnevi|dni";
    private static final String DAYS_EN = "day|days";

    @ParameterizedTest
    @CsvSource({
        "0, dni",
        "1, dan",
        "2, dneva",
        "3, dnevi",
        "4, dnevi",
        "5, dni",
        "11, dni",
        "12, dni",
        "21, dni",
        "100, dni",
        "101, dan",
        "102, dneva",
        "103, dnevi",
        "104, dnevi",
        "105, dni",
        "111, dni",
        "1001, dan",
        "-1, dan",
        "-2, dneva"
    })
    void slovenian_has_a_dual_and_counts_anew_from_each_hundred(long count, String form) {
        assertThat(Plural.form(Language.SL, count, DAYS_SL)).isEqualTo(form);
    }

    @ParameterizedTest
    @CsvSource({"0, days", "1, day", "2, days", "101, days", "-1, day"})
    void english_has_one_and_many(long count, String form) {
        assertThat(Plural.form(Language.EN, count, DAYS_EN)).isEqualTo(form);
    }

    @Test
    void a_noun_with_too_few_forms_is_refused() {
        assertThatThrownBy(() -> Plural.form(Language.SL, 1, DAYS_EN)).hasMessageContaining("day|days");
    }
}
