package si.vpogled.browser;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the tests of pages rest on: a look finds what is wrong. */
@Tag("slow")
class VisitorTest {
    private static final String GOOD = """
            <html lang="sl"><head><title>Stran</title>
            <style>@media (prefers-color-scheme: dark) {body {background: #111; color: #eee}}</style></head>
            <body><main><h1>Stran</h1><p>Besedilo</p></main></body></html>""";

    private static Chromium chromium;

    @BeforeAll
    static void open() {
        chromium = new Chromium();
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
                "<p>Besedilo|<p>Please wait|English",
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

    private static void look(String page) {
        try (Visitor visitor = new Visitor(chromium.browser(), "sl", true)) {
            visitor.page().setContent(page);
            visitor.look("page-of-a-test");
        }
    }
}
