package si.vpogled.browser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import si.vpogled.testing.ForeignWords;
import si.vpogled.text.Language;

/** What the tests of pages rest on: a look finds what is wrong. */
@Tag("slow")
class VisitorTest {
    private static final String GOOD = """
            <html lang="sl"><head><title>Stran</title>
            <style>@media (prefers-color-scheme: dark) {body {background: #111; color: #eee}}</style></head>
            <body><main><h1>Stran</h1><p>Besedilo</p></main></body></html>""";

    private static final Map<String, Visitor> READERS = new HashMap<>();

    private static Chromium chromium;

    @BeforeAll
    static void open() {
        chromium = new Chromium();
        for (String language : List.of("sl", "en")) {
            READERS.put(language, new Visitor(chromium.browser(), language, true));
        }
    }

    @AfterAll
    static void close() {
        chromium.close();
    }

    @Test
    void a_page_in_order_passes() {
        assertThatCode(() -> look(GOOD)).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "<p>Besedilo|<img src='data:,'><p>Besedilo|image-alt",
                "<p>|<p style='color: #ddd'>|color-contrast",
                "color: #eee|color: #222|in the dark",
                "<p>|<p style='width: 2000px'>|scroll sideways",
                "<p>Besedilo|<p>Please wait|another language",
                "lang=\"sl\"|lang=\"en\"|language of",
                "<p>|<h1>Druga</h1><p>|main headings",
                "<p>Besedilo</p>|<details><summary>Več</summary><img src='data:,'></details>|image-alt",
                "<p>Besedilo</p>|<details><summary>Več</summary><p style='width: 2000px'>x</p></details>|scroll sideways",
                "<p>Besedilo</p>|<div tabindex=0 style='overflow-x: auto'><p style='width: 2000px'>x</p></div>|scroll sideways",
                "</main>|</main><p>Zunaj</p>|region",
                "<p>|<h4>Pod naslovom</h4><p>|heading-order"
            })
    void a_page_with_something_wrong_does_not(String right, String wrong, String told) {
        assertThatThrownBy(() -> look(GOOD.replace(right, wrong)))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining(told);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            sl | <p>Please wait</p>                              | please wait
            sl | <title>Your request</title>                     | your request
            sl | <meta name='description' content='About you'>   | about you
            sl | <nav aria-label='Your menu'></nav>              | your
            sl | <img alt='The logo'>                            | the
            sl | <input placeholder='Search'>                    | search
            sl | <input type='submit' value='Send'>              | send
            sl | <select><option>Choose</select>                 | choose
            sl | <table><td data-label='Sent'>x</table>          | sent
            sl | <p data-ended='It was too long'></p>            | was too
            sl | <p lang='en'>The <b>end</b></p>                 |
            sl | <p><bdi>The end</bdi> <code>the</code></p>      |
            sl | <a href='/search' id='next' data-x='/the'>x</a> |
            sl | <p>Besedilo, dan in ura, do konca</p>           |
            en | <p>Prosimo, počakajte</p>                       | prosimo
            en | <title>Vaša zahteva</title>                     | vaša zahteva
            en | <meta name='description' content='Vse o nas'>   | vse nas
            en | <nav aria-label='Vaš meni'></nav>               | vaš
            en | <input placeholder='Poišči'>                    | poišči
            en | <input type='submit' value='Pošljem'>           | pošljem
            en | <select><optgroup label='Vse storitve'></select>| vse storitve
            en | <abbr title='osebni podatki'>PD</abbr>          | osebni podatki
            en | <p><bdi>Zahteva</bdi></p>                       |
            en | <p>A text, so to say, to be done in a day</p>   |
            """)
    void words_of_another_language_are_seen_wherever_they_stand(String language, String part, String words) {
        Visitor visitor = READERS.get(language);
        visitor.page().setContent("<html lang='" + language + "'>" + part);

        assertThat(visitor.foreignWords("none", ForeignWords.in(Language.of(language))))
                .isEqualTo(words == null ? "" : words);
    }

    private static void look(String page) {
        try (Visitor visitor = new Visitor(chromium.browser(), "sl", true)) {
            visitor.page().setContent(page);
            visitor.look("page-of-a-test");
        }
    }
}
