package si.vpogled.bundle.report;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import si.vpogled.text.Language;

class MessagesTest {
    @Test
    void bothLanguagesSayTheSameThings() {
        assertThat(new Messages(Language.SL).all().keySet())
                .isEqualTo(new Messages(Language.EN).all().keySet());
    }

    @ParameterizedTest
    @CsvSource({
        "0,0 zapisov,0 records",
        "1,1 zapis,1 record",
        "2,2 zapisa,2 records",
        "3,3 zapisi,3 records",
        "5,5 zapisov,5 records",
        "101,101 zapis,101 records",
        "100002,100.002 zapisa,'100,002 records'"
    })
    void countsTakeTheirForm(long count, String slovenian, String english) {
        assertThat(new Messages(Language.SL).counted("records", count)).isEqualTo(slovenian);
        assertThat(new Messages(Language.EN).counted("records", count)).isEqualTo(english);
    }
}
