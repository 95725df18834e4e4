package si.vpogled.web.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What every page's markup keeps to, so that whoever hears, speaks or types has the same page as whoever sees. */
class TemplateRulesTest {
    private static final Path TEMPLATES = Path.of("src/main/resources/templates");

    static Stream<Path> pages() throws IOException {
        try (Stream<Path> files = Files.walk(TEMPLATES)) {
            return files.filter(file -> file.toString().endsWith(".html")).toList().stream();
        }
    }

    /** WCAG 2.5.3: who says what they see must hit it. */
    @ParameterizedTest
    @MethodSource("pages")
    void links_and_buttons_are_called_what_is_written_on_them(Path page) throws IOException {
        assertThat(found(page, "<(?:a|button)\\b[^>]*\\baria-label=")).isEmpty();
    }

    /** A button is pressed by Space too, a link is not. */
    @ParameterizedTest
    @MethodSource("pages")
    void links_are_links(Path page) throws IOException {
        assertThat(found(page, "<a\\b[^>]*\\brole=")).isEmpty();
    }

    /** A group cannot take the focus that an error's link gives; its first choice can. */
    @ParameterizedTest
    @MethodSource("pages")
    void errors_lead_to_no_group(Path page) throws IOException {
        assertThat(found(page, "<fieldset\\b[^>]*\\bid=")).isEmpty();
    }

    private static Stream<String> found(Path page, String markup) throws IOException {
        return Pattern.compile(markup).matcher(Files.readString(page)).results().map(MatchResult::group);
    }
}
