package si.vpogled.connector.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RedactionTest {
    private static final Redaction PASSWORDS = new Redaction(List.of("passwords"));

    @Test
    void groupsThatOverlapAndStandInAnyOrderAreAllBlack() {
        Redaction redaction =
                new Redaction(List.of("(?=.*(tretje))(prvo).*?(drugo)", "(?<=uporabnik )(\\w+ \\w+)", "(a b) c"));

        assertThat(redaction.of("prvo in drugo in tretje")).contains("████████ in ████████ in ████████");
        assertThat(redaction.of("uporabnik a b c")).contains("uporabnik ████████ c");
        assertThat(redaction.of("brez skrivnosti")).isEmpty();
    }

    @Test
    void aGroupThatDidNotTakePartHidesNothing() {
        assertThat(new Redaction(List.of("geslo: (x+)?(y+)?")).of("geslo: yy")).contains("geslo: ████████");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Geslo: S3cret!x",
                "   Geslo:   S3cret!x",
                "Geslo FTP: S3cret!x",
                "Geslo za FTP (SFTP, vrata 22): S3cret!x",
                "GESLO = S3cret!x",
                "Vaše geslo je S3cret!x",
                "Your new password is S3cret!x",
                "Password: S3cret!x",
                "FTP password:S3cret!x",
                "Pass: S3cret!x",
                "Uporabnik: ana, geslo: S3cret!x",
                "Geslo:\n    S3cret!x",
                "Geslo:\r\n\r\nS3cret!x\r\n",
                "<p><b>Geslo:</b> S3cret!x</p>",
                "<p>Geslo<b>:</b>&nbsp;<code>S3cret!x</code></p>",
                "<tr><td>Geslo FTP</td>\n  <td class=\"a\">S3cret!x</td></tr>",
                "<dt>Password</dt><dd>S3cret!x</dd>",
                "*Geslo:* `S3cret!x`",
                "Geslo: a<S3cret!x"
            })
    void passwordsAreFoundHoweverALetterWritesThem(String letter) {
        assertThat(PASSWORDS.of("Pozdravljeni!\n" + letter).orElseThrow())
                .startsWith("Pozdravljeni!\n")
                .contains("████████")
                .doesNotContain("S3cret!x");
    }

    @Test
    void allThatIsNoPasswordStays() {
        assertThat(PASSWORDS.of("Uporabniško ime: ana\nGeslo: x\n\nGeslo po prvi prijavi zamenjajte.\nLep pozdrav"))
                .contains("Uporabniško ime: ana\nGeslo: ████████\n\nGeslo po prvi prijavi zamenjajte.\nLep pozdrav");
        assertThat(PASSWORDS.of("Uporabnik: ana\nDostop: skrivnost")).isEmpty();
    }

    @Test
    void theAccountsOwnSecretsAreBlackWhereverTheyStand() {
        assertThat(PASSWORDS.of("Geslo: x\nFTP ana/skrivnost, nato skrivnost", List.of("skrivnost", "ana")))
                .contains("Geslo: ████████\nFTP ana/████████, nato ████████");
    }

    @Test
    void aLongLetterTakesNoTime() {
        String letter = "geslo ".repeat(1_000) + "<b>".repeat(1_000) + "geslo" + " ".repeat(5_000);

        assertThatCode(() -> PASSWORDS.of(letter)).doesNotThrowAnyException();
    }
}
