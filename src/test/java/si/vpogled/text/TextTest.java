package si.vpogled.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class TextTest {
    @Test
    void aDayIsWrittenAsPeopleWriteIt() {
        assertThat(Text.of(LocalDate.of(2026, 3, 2))).isEqualTo(new Text("2. 3. 2026", "2 March 2026"));
    }
}
