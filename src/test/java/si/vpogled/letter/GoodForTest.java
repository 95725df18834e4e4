package si.vpogled.letter;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import si.vpogled.text.Language;

class GoodForTest {
    @ParameterizedTest
    @CsvSource({
        "PT30S, 1 minuto, 1 minute",
        "PT1M, 1 minuto, 1 minute",
        "PT2M, 2 minuti, 2 minutes",
        "PT4M, 4 minute, 4 minutes",
        "PT15M, 15 minut, 15 minutes",
        "PT1H, 1 uro, 1 hour",
        "PT90M, 90 minut, 90 minutes",
        "PT2H, 2 uri, 2 hours",
        "PT5H, 5 ur, 5 hours"
    })
    void a_period_is_told_in_whole_hours_or_else_in_minutes(Duration period, String slovenian, String english) {
        assertThat(GoodFor.told(period, Language.SL)).isEqualTo(slovenian);
        assertThat(GoodFor.told(period, Language.EN)).isEqualTo(english);
    }
}
