package si.vpogled.web.input;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.validation.Validation;
import jakarta.validation.Validator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import si.vpogled.request.CaseException;

class InputTest {
    private static final Validator VALIDATOR =
            Validation.buildDefaultValidatorFactory().getValidator();

    private record Typed(
            @PlainText String line,
            @PlainText(lines = true) String text,
            @MailAddress String email,
            @OneOf({"a", "b"}) String key) {
        static Typed line(String line) {
            return new Typed(line, null, null, null);
        }

        static Typed text(String text) {
            return new Typed(null, text, null, null);
        }

        static Typed email(String email) {
            return new Typed(null, null, email, null);
        }

        boolean valid() {
            return VALIDATOR.validate(this).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"Ana Žagar", "O'Connor-Štrukelj", "李小龍", "👩‍👩‍👧", "<b>"})
    void a_line_takes_what_people_write(String line) {
        assertThat(Typed.line(line).valid()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"a\nb", "a\tb", "a\u0000", "\u001b[31m", "a\u007f", "a\u0085b", "\u202eanA", "\ud800"})
    void a_line_refuses_control_characters_half_characters_and_turned_directions(String line) {
        assertThat(Typed.line(line).valid()).isFalse();
    }

    @Test
    void a_text_may_have_lines_and_nothing_else_that_is_invisible() {
        assertThat(Typed.text("a\r\nb\tc").valid()).isTrue();
        assertThat(Typed.text("a\u0000").valid()).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "ana@example.si,ana@example.si",
        "Ana.Novak+gdpr@Example.SI,ana.novak+gdpr@example.si",
        "info@žagar.si,info@xn--agar-kbb.si",
        "o'brien@a-b.example.co,o'brien@a-b.example.co"
    })
    void an_address_that_can_be_written_to_is_kept_in_lower_case_and_ascii(String typed, String kept) {
        assertThat(Typed.email(typed).valid()).isTrue();
        assertThat(MailAddress.Check.normalised(typed)).isEqualTo(kept);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ana",
                "ana@",
                "@example.si",
                "ana@localhost",
                "ana@@example.si",
                "ana novak@example.si",
                "\"ana\"@example.si",
                "ana@[127.0.0.1]",
                "ana@-a.si",
                "ana@a..si",
                ".ana@example.si",
                "ana@example.si\nBcc: vsi@example.si",
                "ana@example.si,vsi@example.si",
                "čšž@example.si"
            })
    void anything_else_is_no_address(String typed) {
        assertThat(Typed.email(typed).valid()).isFalse();
    }

    @Test
    void a_key_is_one_of_the_keys() {
        assertThat(new Typed(null, null, null, "b").valid()).isTrue();
        assertThat(VALIDATOR
                        .validate(new Typed(null, null, null, "c"))
                        .iterator()
                        .next()
                        .getMessage())
                .contains("a, b");
    }

    @Test
    void a_reference_is_found_however_it_is_typed() {
        assertThat(CaseReference.of(" vp-7k3m-9q2d-x4tb ")).isEqualTo("VP-7K3M-9Q2D-X4TB");
        assertThatThrownBy(() -> CaseReference.of("VP-7K3M'--")).isInstanceOf(CaseException.class);
    }
}
