package si.vpogled.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.Cookie;
import com.microsoft.playwright.options.FilePayload;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import si.vpogled.demo.DemoStaff;
import si.vpogled.testing.ServiceWorld;
import si.vpogled.testing.StagedCases;
import si.vpogled.text.Language;

/** The page of a case in a browser: it goes on by itself, by events or without, and messages go both ways. */
@QuarkusTest
@WithTestResource(ServiceWorld.class)
class CasePageTest {
    private static final double PATIENCE = Duration.ofMinutes(2).toMillis();
    private static final String COLLECTING = "{\"kind\": \"collecting\", \"since\": \"2026-01-01T00:00:00Z\"}";
    private static final String READY = "{\"kind\": \"ready\", \"since\": \"2026-01-01T00:00:00Z\", \"bundle\": 1,"
            + " \"availableUntil\": \"2031-05-06T10:00:00Z\"}";
    private static final String LEFT_OUT = """
            [{"verdict": "withheld", "service": "domains", "what": {"sl": "Upravitelj", "en": "Manager"},
              "ground": {"sl": "Ime je ime druge osebe.", "en": "It names another person."},
              "article": {"sl": "15. člen (4) Splošne uredbe", "en": "GDPR Art. 15(4)"}, "until": "2031-05-06"},
             {"verdict": "account-open", "service": "", "what": {"sl": "Podatki z računa", "en": "Data of an account"},
              "ground": {"sl": "Računa nismo pregledali.", "en": "It was not searched."},
              "article": {"sl": "12. člen (6) Splošne uredbe", "en": "GDPR Art. 12(6)"}, "until": null},
             {"verdict": "refer-to-controller", "service": "domains", "what": {"sl": "Datoteke", "en": "Files"},
              "ground": {"sl": "Upravljavec je naročnik.", "en": "The customer is the controller."},
              "article": {"sl": "28. člen (3)(e) Splošne uredbe", "en": "GDPR Art. 28(3)(e)"}, "until": null}]""";

    private static Chromium chromium;

    @TestHTTPResource
    URI service;

    @Inject
    StagedCases cases;

    @BeforeAll
    static void open() {
        chromium = new Chromium();
    }

    @AfterAll
    static void close() {
        chromium.close();
    }

    private String last;

    @AfterEach
    void its_sources_rest() {
        cases.rest(last);
    }

    private String staged(String language) {
        String reference = cases.in(COLLECTING, "stran-" + UUID.randomUUID() + "@primer.si", Language.of(language));
        cases.run(reference, "billing", "RUNNING");
        cases.run(reference, "whois-domain", "WAITING");
        last = reference;
        return reference;
    }

    private Page signedIn(Visitor visitor, String reference) {
        Page page = visitor.page();
        page.setDefaultTimeout(PATIENCE);
        page.context()
                .addCookies(
                        List.of(new Cookie("vpogled-session", cases.session(reference)).setUrl(service.toString())));
        return page;
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void progress_comes_by_events_and_by_asking_again_where_they_are_refused(boolean events) {
        String reference = staged("sl");
        try (Visitor customer = new Visitor(chromium.browser(), "sl", true)) {
            Page page = signedIn(customer, reference);
            AtomicInteger asked = new AtomicInteger();
            page.onRequest(request -> {
                if (request.url().endsWith("/case/progress")) {
                    asked.incrementAndGet();
                }
            });
            if (!events) {
                page.route("**/case/events", route -> route.abort());
                AtomicInteger troubles = new AtomicInteger(2);
                page.route("**/case/progress", route -> {
                    if (troubles.getAndDecrement() > 0) {
                        route.fulfill(new Route.FulfillOptions().setStatus(503));
                    } else {
                        route.resume();
                    }
                });
            }
            page.navigate(service.resolve("/case").toString());
            page.evaluate("() => { window.loadedOnce = true; }");

            cases.run(reference, "billing", "ANSWERED");
            cases.run(reference, "whois-domain", "ANSWERED");

            page.locator("td.run.answered").waitFor();
            assertThat(page.evaluate("() => window.loadedOnce === true")).isEqualTo(true);
            assertThat(asked.get() > 0).isEqualTo(!events);
            // who is at some place of the page is told, and not taken from it
            if (!events) {
                page.locator("details:has(form[enctype]) > summary").focus();
            }
            cases.answer(reference, "[]");
            cases.move(reference, READY);
            if (!events) {
                page.locator(".moved a").click();
            }
            page.locator("a[download]").waitFor();
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            sl | true  | Stanje se je spremenilo. Osvežite stran, ko končate.
            en | false | The state has changed. Reload the page when you have finished.
            """)
    void what_a_customer_is_writing_stays_where_the_case_goes_on(String language, boolean events, String told) {
        String reference = staged(language);
        try (Visitor customer = new Visitor(chromium.browser(), language, true)) {
            Page page = signedIn(customer, reference);
            if (!events) {
                page.route("**/case/events", route -> route.abort());
            }
            page.navigate(service.resolve("/case").toString());
            page.locator("details:has(form[enctype]) > summary").click();
            page.locator("#text").fill("Še nekaj bi rad povedal");
            page.locator("#files").setInputFiles(new FilePayload("dokazilo.txt", "text/plain", new byte[] {'a'}));

            cases.answer(reference, "[]");
            cases.move(reference, READY);

            Locator notice = page.locator(".moved a");
            notice.waitFor();
            assertThat(page.locator(".moved").textContent()).isEqualTo(told);
            assertThat(page.locator("#text").inputValue()).isEqualTo("Še nekaj bi rad povedal");
            assertThat(page.evaluate("() => document.getElementById('files').files.length"))
                    .isEqualTo(1);
            look(customer, "case-moved");
            notice.click();
            page.locator("a[download]").waitFor();
        }
    }

    @Test
    void a_page_that_the_browser_kept_is_as_new_as_the_case_when_somebody_goes_back_to_it() {
        String reference = staged("sl");
        try (Visitor customer = new Visitor(chromium.browser(), "sl", true)) {
            Page page = signedIn(customer, reference);
            page.navigate(service.resolve("/case").toString());
            page.evaluate("""
                    () => {
                      window.keptSince = true;
                      dispatchEvent(new PageTransitionEvent("pagehide", { persisted: true }));
                      setTimeout(() => dispatchEvent(new PageTransitionEvent("pageshow", { persisted: true })));
                    }""");

            page.waitForFunction("() => window.keptSince === undefined");
            page.locator("[data-live]").waitFor();
        }
    }

    @Test
    void who_is_writing_as_the_session_ends_is_told_so_and_led_to_sign_in() {
        String reference = staged("sl");
        try (Visitor customer = new Visitor(chromium.browser(), "sl", true)) {
            Page page = signedIn(customer, reference);
            page.navigate(service.resolve("/case").toString());
            page.locator("details:has(form[enctype]) > summary").click();
            page.locator("#text").fill("Še nekaj bi rad povedal");

            cases.signedOut(reference);

            page.locator(".moved a").waitFor();
            assertThat(page.locator(".moved").textContent())
                    .isEqualTo("Vaša seja se je končala. Kopirajte, kar ste napisali. Nato se znova prijavite.");
            assertThat(page.locator("#text").inputValue()).isEqualTo("Še nekaj bi rad povedal");
            page.locator(".moved a").click();
            page.waitForURL("**/sign-in?ended");
        }
    }

    @ParameterizedTest
    @CsvSource({"sl,true", "en,true", "sl,false"})
    void customer_and_clerk_write_to_each_other(String language, boolean scripts) {
        String reference = staged(language);
        try (Visitor customer = new Visitor(chromium.browser(), language, scripts);
                Visitor clerk = new Visitor(chromium.browser(), language, scripts)) {
            Page page = signedIn(customer, reference);
            page.navigate(service.resolve("/case").toString());
            look(customer, "case-collecting");
            write(page, "Prilagam račun. שלום 😀", "račun.png", new byte[] {1, 2, 3});
            look(customer, "case-message-wrong");
            assertThat(page.locator("#text").inputValue()).startsWith("Prilagam račun.");
            write(page, "Prilagam dokazilo. שלום 😀", "dokazilo.txt", "številka 17".getBytes(StandardCharsets.UTF_8));
            assertThat(page.locator("ol.talk > li").count()).isOne();

            answer(clerk, reference);

            page.navigate(service.resolve("/case").toString());
            assertThat(page.locator("ol.talk mark").count()).isOne();
            cases.answer(reference, LEFT_OUT);
            cases.move(reference, READY);
            if (!scripts) {
                // with them the page goes on by itself
                page.navigate(service.resolve("/case").toString());
            }
            page.locator("main:not(:has([data-live])) section.panel details summary")
                    .last()
                    .click();
            look(customer, "case-answered");
            letter(customer);
            assertThat(customer.complaints()).isEmpty();
            assertThat(clerk.complaints()).isEmpty();
        }
    }

    private static void write(Page page, String text, String name, byte[] content) {
        Locator form = page.locator("form[enctype]");
        if (!form.isVisible()) {
            page.locator("details:has(form[enctype]) > summary").click();
        }
        page.locator("#text").fill(text);
        page.locator("#files")
                .setInputFiles(new FilePayload(name, name.endsWith(".png") ? "image/png" : "text/plain", content));
        form.locator("button").click();
    }

    private void answer(Visitor clerk, String reference) {
        Page page = clerk.page();
        page.setDefaultTimeout(PATIENCE);
        page.navigate(service.resolve("/console").toString());
        page.locator("#j_username").fill(DemoStaff.CLERK.name());
        page.locator("#j_password").fill(DemoStaff.CLERK.password());
        page.locator("main form button").click();
        page.navigate(service.resolve("/console/cases/" + reference).toString());
        look(clerk, "desk-message");
        page.locator("a[href$='/messages']").click();
        page.locator("#template").selectOption("answer");
        page.locator("form[method=get] button").click();
        assertThat(page.locator("#text").inputValue()).contains(reference);
        look(clerk, "desk-write");
        String text = page.locator("#text").inputValue();
        page.locator("#text")
                .fill(text.replaceFirst(
                        "\\[[^]]+]",
                        text.contains("[odgovor]")
                                ? "Dokazilo smo prejeli in ga preverili, ničesar več ne potrebujemo."
                                : "We have received your proof and checked it; we need nothing more."));
        page.locator("form[enctype] button").click();
        assertThat(page.url()).contains("#messages");
    }

    private static void letter(Visitor customer) {
        Page page = customer.page();
        Locator letter = page.locator("a[href^='/case/letters/']").first();
        long end = System.nanoTime() + Duration.ofMinutes(2).toNanos();
        while (letter.count() == 0 && System.nanoTime() < end) {
            page.waitForTimeout(500);
            page.navigate(page.url());
        }
        letter.click();
        look(customer, "letter");
    }

    /** axe needs scripts; without them the page is only walked. */
    private static void look(Visitor visitor, String name) {
        if (visitor.scripts()) {
            visitor.look(name);
        } else {
            assertThat(visitor.page().locator("h1").count()).isOne();
        }
    }

    @Test
    void without_scripts_the_page_says_how_to_reload_it() {
        String reference = staged("sl");
        try (Visitor customer = new Visitor(chromium.browser(), "sl", false)) {
            Page page = signedIn(customer, reference);
            page.navigate(service.resolve("/case").toString());

            page.locator("noscript a, p:has-text('ne osvežuje sama') a").first().click();

            assertThat(page.url()).endsWith("/case");
        }
    }
}
