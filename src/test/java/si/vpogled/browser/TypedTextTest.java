package si.vpogled.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.Cookie;
import com.microsoft.playwright.options.FilePayload;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import si.vpogled.demo.DemoStaff;
import si.vpogled.testing.ServiceWorld;
import si.vpogled.testing.SettableClock;
import si.vpogled.testing.StagedCases;
import si.vpogled.text.Language;

/** What somebody has typed is not lost by time or by size without a word before. */
@QuarkusTest
@WithTestResource(ServiceWorld.class)
class TypedTextTest {
    private static final double PATIENCE = Duration.ofMinutes(2).toMillis();
    private static final LocatorAssertions.IsVisibleOptions SOON =
            new LocatorAssertions.IsVisibleOptions().setTimeout(PATIENCE);
    private static final String DECIDING = "{\"kind\": \"awaiting-decision\", \"since\": \"2030-01-01T00:00:00Z\"}";
    private static final String TEXT = "Še nekaj bi rad povedal";

    private static Chromium chromium;

    @TestHTTPResource
    URI service;

    @Inject
    StagedCases cases;

    @Inject
    SettableClock clock;

    @BeforeAll
    static void open() {
        chromium = new Chromium();
    }

    @AfterAll
    static void close() {
        chromium.close();
    }

    @AfterEach
    void now() {
        clock.reset();
    }

    private Page writing(Visitor customer) {
        String email = "pisec-" + UUID.randomUUID() + "@primer.si";
        String reference = cases.in(DECIDING, email, Language.of(customer.language()));
        Page page = customer.page();
        page.setDefaultTimeout(PATIENCE);
        page.context()
                .addCookies(List.of(
                        new Cookie("vpogled-session", cases.olderSession(reference)).setUrl(service.toString())));
        page.clock().install();
        page.navigate(service.resolve("/case").toString());
        write(page);
        return page;
    }

    private static void write(Page page) {
        page.locator("details:has(form[enctype]) > summary").click();
        page.locator("#text").fill(TEXT);
    }

    /** Both the service's clock and the browser's, past its first look at when the session ends. */
    private void after(Page page, Duration time) {
        clock.advance(time);
        page.clock().fastForward(time.toMillis());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            sl | Podaljšam sejo     | Vaša seja se je končala. Kopirajte, kar ste napisali. Nato se znova prijavite.
            en | Extend the session | Your session has ended. Copy what you have written. Then sign in again.
            """)
    void a_customer_is_warned_and_stays_signed_in_by_a_key_or_is_told_that_it_is_over_and_can_copy_the_text(
            String language, String extend, String ended) {
        try (Visitor customer = new Visitor(chromium.browser(), language, true)) {
            Page page = writing(customer);
            assertThat(page.locator("#stay")).isHidden();

            after(page, Duration.ofMinutes(26));

            assertThat(page.locator("#stay")).isVisible(SOON);
            assertThat(page.locator("#stay-extend")).isFocused();
            assertThat(page.locator("#stay-extend")).hasText(extend);
            customer.look("session-warning");
            page.keyboard().press("Enter");
            assertThat(page.locator("#stay")).isHidden();

            clock.advance(Duration.ofMinutes(20));
            assertThat(page.locator("#text").inputValue()).isEqualTo(TEXT);
            page.locator("form[enctype] button").click();
            assertThat(page.locator("ol.talk")).containsText(TEXT);

            write(page);
            after(page, Duration.ofMinutes(26));
            assertThat(page.locator("#stay")).isVisible(SOON);

            after(page, Duration.ofMinutes(5));

            assertThat(page.locator(".ended")).isVisible();
            assertThat(page.locator("#stay")).isHidden();
            assertThat(page.locator(".ended")).hasText(ended);
            assertThat(page.locator("#text").inputValue()).isEqualTo(TEXT);
            customer.look("session-over");
            assertThat(customer.complaints()).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"sl", "en"})
    void a_clerk_is_warned_too_and_escape_goes_on(String language) {
        String reference = cases.in(DECIDING, "pisec-" + UUID.randomUUID() + "@primer.si", Language.SL);
        try (Visitor clerk = new Visitor(chromium.browser(), language, true)) {
            Page page = clerk.page();
            page.setDefaultTimeout(PATIENCE);
            page.clock().install();
            page.navigate(service.resolve("/console/cases/" + reference).toString());
            page.locator("#j_username").fill(DemoStaff.CLERK.name());
            page.locator("#j_password").fill(DemoStaff.CLERK.password());
            page.locator("main form button").click();
            page.locator("details:has(#note-text) > summary").click();
            page.locator("#note-text").fill(TEXT);

            after(page, Duration.ofMinutes(26));
            assertThat(page.locator("#stay")).isVisible(SOON);
            clerk.look("session-warning-desk");
            page.keyboard().press("Escape");
            assertThat(page.locator("#stay")).isHidden();

            clock.advance(Duration.ofMinutes(20));
            page.locator("form:has(#note-text) button").click();
            assertThat(page.locator("article.note")).containsText(TEXT);
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            sl | Datoteke so skupaj prevelike. Sprejemamo največ 10,0 MB; zmanjšajte jih ali jih pošljite z več sporočili.
            en | The files are too large together. We accept at most 10.0 MB; make them smaller or send them with several messages.
            """)
    void files_that_are_too_large_are_told_of_before_anything_is_sent(String language, String told) {
        try (Visitor customer = new Visitor(chromium.browser(), language, true)) {
            Page page = writing(customer);
            page.locator("#files").setInputFiles(file(10_000_001));
            page.locator("form[enctype] button").click();

            assertThat(page.locator("#files-check")).hasText(told);
            assertThat(page.locator("#files")).isFocused();
            assertThat(page.locator("#text").inputValue()).isEqualTo(TEXT);
            customer.look("files-too-large");

            page.locator("#files").setInputFiles(file(100));
            assertThat(page.locator("#files-check")).isHidden();
            page.locator("form[enctype] button").click();
            assertThat(page.locator("ol.talk")).containsText(TEXT);
        }
    }

    private static FilePayload file(int size) {
        byte[] content = new byte[size];
        java.util.Arrays.fill(content, (byte) 'a');
        return new FilePayload("dokazilo.txt", "text/plain", content);
    }

    @ParameterizedTest
    @ValueSource(strings = {"sl", "en"})
    void without_scripts_the_way_back_from_files_beyond_all_measure_leads_to_the_text(
            String language, @TempDir Path folder) throws Exception {
        Path large = Files.write(folder.resolve("velika.txt"), new byte[34_000_000]);
        try (Visitor customer = new Visitor(chromium.browser(), language, false)) {
            Page page = writing(customer);
            page.locator("#files").setInputFiles(large);
            page.locator("form[enctype] button").click();
            page.locator("h1:has-text('" + (language.equals("sl") ? "Priloge" : "attachments") + "')")
                    .waitFor();

            page.goBack();

            assertThat(page.locator("#text").inputValue()).isEqualTo(TEXT);
        }
    }
}
