package si.vpogled.web.words;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import si.vpogled.text.Text;
import si.vpogled.text.Texts;

/** What connectors say of faults is told in the reader's language; what a source said itself stays a quotation. */
class FaultMessageTest {
    private static final Texts TEXTS = Texts.of("faults");
    private static final Path CODE = Path.of("src/main/java/si/vpogled");

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "The database at db.example:5432 refuses the user or the password: check both (SQLSTATE 28P01)"
                        + " | Zbirka podatkov na db.example:5432 zavrača uporabnika ali geslo: preverite oboje (SQLSTATE 28P01)",
                "GET /customers at https://crm.example did not answer in time"
                        + " | GET /customers at https://crm.example: vir ni odgovoril pravočasno",
                "Source crm: GET /a at http://b.example: the connection was refused; is the backend up?"
                        + " | Vir crm: GET /a at http://b.example: povezava je bila zavrnjena; ali vir deluje?",
                "The run passed its limit of 30 records: raise limits.records of the definition"
                        + " | Zbiranje je preseglo mejo 30 (limits.records): v definiciji zvišajte limits.records",
                "The order cannot be followed: it is not JSON in line 3 | Naročila ni mogoče izvesti: v vrstici 3 ni JSON",
                "GET /a at http://b.example answered something that is not JSON (line 3, column 4); look at the backend's"
                        + " answers and the definition"
                        + " | GET /a at http://b.example: odgovor ni JSON (vrstica 3, stolpec 4); poglejte odgovore vira in definicijo",
                "Source crm: Not a JSON Pointer (RFC 6901): x; correct the field's from"
                        + " | Vir crm: To ni kazalec po RFC 6901: x; popravite izvor polja",
                "The job has a place in the cluster and did not start within 90 s: is what it mounts there, such as the"
                        + " Secret db?"
                        + " | Posel ima mesto v gruči, a se v času 90 s ni začel: ali je tam vse, kar priklopi, na primer Secret db?",
                "The WHOIS server w.example:43 cannot be reached, or broke off: check it, and the network"
                        + " | Strežnik WHOIS w.example:43 ni dosegljiv ali pa je prekinil povezavo: preverite ga in omrežje",
            })
    void our_sentences_are_told_in_slovenian_with_what_they_are_about(String said, String slovenian) {
        FaultMessage message = FaultMessage.of(said);

        assertThat(message.ours()).isEqualTo(new Text(slovenian, said));
        assertThat(message.quoted()).isEmpty();
    }

    @Test
    void what_the_source_said_is_quoted_beside_our_words() {
        FaultMessage message = FaultMessage.of("Source crm: The database at db.example:5432 does not understand the"
                + " query (SQLSTATE 42P01): ERROR: relation \"x\" does not exist");

        assertThat(message.ours().sl())
                .isEqualTo("Vir crm: Zbirka podatkov na db.example:5432 ne razume poizvedbe (SQLSTATE 42P01).");
        assertThat(message.quoted()).isEqualTo("ERROR: relation \"x\" does not exist");
    }

    @Test
    void what_somebody_said_within_a_sentence_of_ours_is_quoted_behind_it() {
        FaultMessage message = FaultMessage.of("The order cannot be followed: $.items: must not be empty");

        assertThat(message.ours().sl()).isEqualTo("Naročila ni mogoče izvesti:");
        assertThat(message.quoted()).isEqualTo("$.items: must not be empty");
    }

    @Test
    void what_is_no_sentence_of_ours_is_a_quotation() {
        FaultMessage message = FaultMessage.of("The moon is full");

        assertThat(message.ours()).isEqualTo(Text.same(""));
        assertThat(message.quoted()).isEqualTo("The moon is full");
    }

    @Test
    void each_sentence_is_said_by_some_connector_in_just_these_words() {
        String code = sources().replaceAll("\"\\s*\\+\\s*\"", "");
        for (String key : TEXTS.keys()) {
            Stream.of(
                            TEXTS.text(key)
                                    .en()
                                    .split(
                                            "\\{\\d}|; look at the backend's answers and the definition| its root| \\(line| in line"
                                                    + "|(?=, and (?:no|so))|(?=, such as the)|(?=\\?$)| must (?=be)|its outcome |The (?:S3 store at|order cannot)"
                                                    + "|The (database at|WHOIS server)|: look at the registry's answers| answered |: check it, and the network"))
                    .map(String::strip)
                    .filter(words -> words.length() > 12)
                    .forEach(words -> assertThat(code.contains(words))
                            .as(key + ": " + words)
                            .isTrue());
        }
    }

    private static String sources() {
        try (Stream<Path> files = Files.walk(CODE)) {
            return files.filter(file -> file.toString().matches(".*/(connector|collection|fulfilment|storage)/.*java"))
                    .map(FaultMessageTest::read)
                    .collect(Collectors.joining());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
