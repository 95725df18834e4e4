package si.vpogled.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class TextTest {
    @Test
    void aDayIsWrittenAsPeopleWriteIt() {
        assertThat(Text.of(LocalDate.of(2026, 3, 2))).isEqualTo(new Text("2. 3. 2026", "2 March 2026"));
    }

    @Test
    void severalAreJoinedInEachLanguage() {
        assertThat(Text.joined(": ", List.of(new Text("Računi", "Invoices"), Text.same("2026"))))
                .isEqualTo(new Text("Računi: 2026", "Invoices: 2026"));
    }
}
