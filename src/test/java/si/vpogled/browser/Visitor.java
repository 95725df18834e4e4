package si.vpogled.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.ReducedMotion;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Set;
import si.vpogled.testing.ForeignWords;
import si.vpogled.text.Language;

/** One person at one browser: looks at pages, keeps pictures of them, and notes what they try to load from elsewhere. */
final class Visitor implements AutoCloseable {
    static final Path PICTURES = Path.of("target", "pictures");
    private static final int WIDE = 1440;
    private static final int NARROW = 320;
    private static final int HEIGHT = 900;

    /** The elements that reach over the right edge, where the page scrolls sideways at all; and what scrolls sideways in it. */
    private static final String TOO_WIDE = """
            inside => {
              const width = document.documentElement.clientWidth;
              const all = [...document.body.querySelectorAll('*:not(input, textarea, select)')];
              const wide = document.documentElement.scrollWidth <= width ? []
                : all.filter(one => one.getBoundingClientRect().right > width + 1);
              if (inside) {
                wide.push(...all.filter(one => one.scrollWidth > one.clientWidth + 1
                  && ['auto', 'scroll'].includes(getComputedStyle(one).overflowX)));
              }
              return wide.map(one => one.outerHTML.slice(0, 120)).slice(0, 5).join(' | ');
            }""";

    /** Once all that it is written in is there. */
    private static final String HEIGHT_OF_PAGE =
            "() => document.fonts.ready.then(() => document.documentElement.scrollHeight)";

    private static final String UNFOLD = """
            () => document.querySelectorAll('details:not([open])').forEach(one => {
              one.open = true;
              one.dataset.unfolded = '';
            })""";
    private static final String FOLD = """
            () => document.querySelectorAll('details[data-unfolded]').forEach(one => {
              one.open = false;
              delete one.dataset.unfolded;
            })""";

    /**
     * Words of the other language in what a page says itself, to eyes and ears: not in parts that say to be in another
     * language, nor in what people and programs wrote.
     */
    private static final String FOREIGN = """
            ({language, words, besides}) => {
              const said = document.documentElement.cloneNode(true);
              said.querySelectorAll(`body [lang]:not([lang=${language}]), bdi, code, pre, script, style, textarea, .written, ${besides}`)
                .forEach(one => one.remove());
              const texts = [];
              const walk = document.createTreeWalker(said, NodeFilter.SHOW_TEXT);
              while (walk.nextNode()) texts.push(walk.currentNode.data);
              const names = ['title', 'alt', 'label', 'placeholder', 'aria-label', 'aria-description', 'aria-valuetext',
                'aria-roledescription', 'data-label'];
              for (const one of said.querySelectorAll('*')) {
                for (const {name, value} of one.attributes) {
                  // what scripts say comes along as data: more than a word, and no address
                  if (names.includes(name) || /^data-/.test(name) && / /.test(value) && !/[/]/.test(value)) texts.push(value);
                }
                if (one.matches('meta[name=description]')) texts.push(one.content);
                if (one.matches('input:is([type=submit], [type=button], [type=reset])')) texts.push(one.value);
              }
              const known = new Set(words);
              // addresses, and names of settings and files, are no words
              const identifiers = /<[^>]*>|\\/\\S+|\\S*\\w[._=-]\\w\\S*/g;
              return texts.map(text => text.replace(identifiers, ' '))
                .flatMap(text => text.toLowerCase().split(/[^\\p{L}]+/u)).filter(word => known.has(word)).join(' ');
            }""";

    /** Pages on which data stand among our words: held to the commonest words. */
    private static final Set<String> AMONG_DATA =
            Set.of("report", "report-shared-hosting", "preview", "preview-summary", "preview-withheld");

    private static final Set<String> OF_NO_DATA = Set.of(
            "the", "and", "of", "with", "your", "not", "this", "that", "from", "for", "are", "was", "has", "have",
            "will", "which", "who", "please", "error", "submit", "search", "next", "back", "yes");

    private final BrowserContext context;
    private final Page page;
    private final CDPSession browsing;
    private final String language;
    private final boolean scripts;
    private final List<String> complaints = new ArrayList<>();

    Visitor(Browser browser, String language, boolean scripts) {
        this.language = language;
        this.scripts = scripts;
        this.context = browser.newContext(new Browser.NewContextOptions()
                .setLocale(language)
                .setJavaScriptEnabled(scripts)
                .setAcceptDownloads(true)
                .setReducedMotion(ReducedMotion.REDUCE)
                .setViewportSize(WIDE, HEIGHT));
        this.page = context.newPage();
        this.browsing = context.newCDPSession(page);
        page.onConsoleMessage(message -> {
            // an error page's own status is told here too; what matters is what a page tried and was not let
            if (message.type().equals("error") && !message.text().startsWith("Failed to load resource")) {
                complaints.add(message.text());
            }
        });
    }

    boolean scripts() {
        return scripts;
    }

    String language() {
        return language;
    }

    Page page() {
        return page;
    }

    /** On a phone held in the dark. */
    Visitor small() {
        page.setViewportSize(NARROW, HEIGHT);
        paint(ColorScheme.DARK);
        return this;
    }

    /** Holds a page to WCAG 2.2 AA as far as axe can tell, wide and narrow, light and dark, and keeps pictures. */
    void look(String name) {
        check(name);
        picture(name, WIDE, "");
        if (language.equals("sl")) {
            paint(ColorScheme.DARK);
            picture(name, NARROW, "-dark");
            paint(ColorScheme.LIGHT);
        }
        page.setViewportSize(WIDE, HEIGHT);
    }

    /** The same without pictures. All that can be opened is open for it. */
    void check(String name) {
        assertThat(page.locator("html").getAttribute("lang"))
                .as("language of " + name)
                .isEqualTo(language);
        assertThat(page.locator("h1").count()).as("main headings of " + name).isEqualTo(1);
        // a report says little itself, and shows data in its tables
        assertThat(foreignWords(name.startsWith("preview") ? "td, dd" : "none", foreign(name)))
                .as("words of another language in " + name)
                .isEmpty();
        page.evaluate(UNFOLD);
        Axe axe = new Axe(page);
        assertThat(axe.wrong()).as(name).isEmpty();
        // the dark scheme changes colours and nothing else, and colours know no language
        if (language.equals("sl")) {
            paint(ColorScheme.DARK);
            assertThat(axe.wrongColours()).as(name + " in the dark").isEmpty();
            paint(ColorScheme.LIGHT);
        }
        page.setViewportSize(NARROW, HEIGHT);
        fits(name, NARROW);
        page.evaluate(FOLD);
        page.setViewportSize(WIDE, HEIGHT);
    }

    /** The words that have no place on a page. */
    private Set<String> foreign(String name) {
        if (!AMONG_DATA.contains(name)) {
            return ForeignWords.in(Language.of(language));
        }
        return language.equals("sl") ? OF_NO_DATA : Set.of();
    }

    /** Those on the page that are of the other language. */
    String foreignWords(String besides, Set<String> words) {
        return (String)
                page.evaluate(FOREIGN, Map.of("language", language, "words", List.copyOf(words), "besides", besides));
    }

    private void paint(ColorScheme scheme) {
        page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(scheme));
    }

    private void picture(String name, int width, String suffix) {
        page.setViewportSize(width, HEIGHT);
        fits(name, width);
        JsonObject order = new JsonObject();
        order.addProperty("format", "png");
        // in half the time that Playwright's own takes, for files a little larger
        order.addProperty("optimizeForSpeed", true);
        // a dialog covers what is seen of the page, and no more
        if (page.locator("dialog:modal").count() == 0) {
            order.addProperty("captureBeyondViewport", true);
            order.add("clip", wholePage(width));
        }
        String taken =
                browsing.send("Page.captureScreenshot", order).get("data").getAsString();
        try {
            Files.createDirectories(PICTURES);
            Files.write(
                    PICTURES.resolve(language + "-" + name + "-" + width + suffix + ".png"),
                    Base64.getDecoder().decode(taken));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private JsonObject wholePage(int width) {
        JsonObject clip = new JsonObject();
        clip.addProperty("x", 0);
        clip.addProperty("y", 0);
        clip.addProperty("width", width);
        clip.addProperty("height", (Number) page.evaluate(HEIGHT_OF_PAGE));
        clip.addProperty("scale", 1);
        return clip;
    }

    /** Nothing scrolls sideways, on a phone not even a table by itself. */
    private void fits(String name, int width) {
        assertThat(page.evaluate(TOO_WIDE, width == NARROW))
                .as("what makes " + name + " scroll sideways at " + width)
                .isEqualTo("");
    }

    /** What the browser refused or could not load. */
    List<String> complaints() {
        return List.copyOf(complaints);
    }

    @Override
    public void close() {
        context.close();
    }
}
