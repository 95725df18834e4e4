package si.vpogled.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class TextsTest {
    @Test
    void aTextStandsInBothLanguagesWithLettersOfBoth() {
        assertThat(Texts.of("law").text("holiday.preseren")).isEqualTo(new Text("Prešernov dan", "Prešeren Day"));
    }

    @Test
    void valuesStandWhereTheTextHasThemEachInTheLanguageOfTheText() {
        assertThat(Texts.of("law").text("kept.until", new Text("31. 12. 2036", "31 December 2036"), 86))
                .isEqualTo(new Text(
                        "Hranimo do vključno 31. 12. 2036 (86).", "Kept up to and including 31 December 2036 (86)."));
    }

    @Test
    void whatAValueHoldsIsTakenAsItIs() {
        assertThat(Texts.of("law").text("kept.until", "{1} $1 \\", "'{0}'").sl())
                .isEqualTo("Hranimo do vključno {1} $1 \\ ('{0}').");
    }

    @Test
    void aTextThatIsNotThereIsNamed() {
        assertThatThrownBy(() -> Texts.of("law").text("kept.for-ever"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("The texts law have no kept.for-ever");
        assertThatThrownBy(() -> Texts.of("none"))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("There are no texts /texts/none_sl.properties");
    }
}
