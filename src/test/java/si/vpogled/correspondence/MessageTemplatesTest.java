package si.vpogled.correspondence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import si.vpogled.text.Language;

/** The operator's own templates: taken as they are, or refused with the file and what is wrong with it. */
class MessageTemplatesTest {
    @TempDir
    Path folder;

    private void write(String name, String text) throws IOException {
        Files.write(folder.resolve(name), text.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void a_folder_replaces_ours_in_both_languages() throws IOException {
        write("pozdrav.sl.txt", "Pozdrav\n\nSpoštovani, zahteva {reference}.\n");
        write("pozdrav.en.txt", "Greeting\r\n\r\nDear customer, request {reference}.\r\n");
        write("readme.md", "not one");

        MessageTemplate template = MessageTemplates.of(folder).getFirst();

        assertThat(MessageTemplates.of(folder)).hasSize(1);
        assertThat(template.key()).isEqualTo("pozdrav");
        assertThat(template.title().en()).isEqualTo("Greeting");
        assertThat(template.filled(Language.SL, Map.of("reference", "VP-$1"))).isEqualTo("Spoštovani, zahteva VP-$1.");
        assertThat(template.filled(Language.EN, Map.of("reference", "VP-1"))).isEqualTo("Dear customer, request VP-1.");
    }

    @ParameterizedTest
    @CsvSource({"sl, oglasite se pri nas osebno, ne hranimo", "en, come to us in person, do not keep any"})
    void nobody_is_asked_for_a_copy_of_a_document_which_is_not_kept(String language, String instead, String kept)
            throws IOException {
        try (InputStream template =
                getClass().getResourceAsStream("/message-templates/identity." + language + ".txt")) {
            assertThat(new String(template.readAllBytes(), StandardCharsets.UTF_8))
                    .contains(instead, kept)
                    .doesNotContain("priložite kopijo", "attach a copy");
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Naslov | must have a title",
                "'Naslov\n\nBesedilo {nothing}' | [nothing] in braces",
                "'Naslov\n\nBe\u0000sedilo' | control characters"
            })
    void a_wrong_file_is_named_with_what_is_wrong(String text, String told) throws IOException {
        write("a.sl.txt", text);
        write("a.en.txt", "Title\nText");

        assertThatThrownBy(() -> MessageTemplates.of(folder))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("a.sl.txt")
                .hasMessageContaining(told);
    }

    @Test
    void one_language_alone_an_empty_folder_and_other_encodings_are_refused() throws IOException {
        assertThatThrownBy(() -> MessageTemplates.of(folder)).hasMessageContaining("holds no templates");

        write("a.sl.txt", "Naslov\nBesedilo");
        assertThatThrownBy(() -> MessageTemplates.of(folder)).hasMessageContaining("a.en.txt is missing");

        Files.write(folder.resolve("a.en.txt"), new byte[] {'A', '\n', (byte) 0xE8});
        assertThatThrownBy(() -> MessageTemplates.of(folder)).hasMessageContaining("not in UTF-8");
    }
}
