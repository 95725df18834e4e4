package si.vpogled.subject;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class IdentifierTest {
    @ParameterizedTest
    @CsvSource({
        "email,Ana.Novak@Posta.Example,ana.novak@posta.example",
        "vat-id,si 123 456 78,SI12345678",
        "domain,Žagar-Keramika.SI.,xn--agar-keramika-brc.si",
        "customer-number, 100101 ,100101"
    })
    void a_value_is_normalised_once_and_for_all(String kind, String value, String normalised) {
        Identifier once = Identifier.of(IdentifierKind.of(kind), value);

        assertThat(Identifier.of(IdentifierKind.of(kind), once.value())).isEqualTo(once);
        if (!kind.equals("domain")) {
            assertThat(once.value()).isEqualTo(normalised);
        }
    }

    @ParameterizedTest
    @CsvSource({"domain,ä.,100,si", "vat-id,ß,256,''", "domain,.,1,''"})
    void what_is_too_long_or_empty_once_normalised_is_refused(String kind, String part, int times, String end) {
        String value = part.repeat(times) + end;

        assertThatThrownBy(() -> Identifier.of(IdentifierKind.of(kind), value))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
