package si.vpogled.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Page;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.net.URI;
import java.time.Duration;
import java.time.LocalDate;
import java.util.UUID;
import java.util.regex.Pattern;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import si.vpogled.demo.DemoStaff;
import si.vpogled.demo.people.DemoCustomers;
import si.vpogled.testing.Api;
import si.vpogled.testing.Mails;
import si.vpogled.testing.ServiceWorld;
import si.vpogled.testing.StagedCases;
import si.vpogled.text.Language;

/** What customer and staff do with a case, with nothing but a keyboard. */
@QuarkusTest
@WithTestResource(ServiceWorld.class)
class WholeWayByKeyboardTest {
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final String DECIDING = "{\"kind\": \"awaiting-decision\", \"since\": \"2030-01-01T00:00:00Z\"}";

    private static Chromium chromium;

    @TestHTTPResource
    URI service;

    @ConfigProperty(name = ServiceWorld.MAILBOX)
    String mailbox;

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

    private Keyboard at(Visitor visitor, String path) {
        Page page = visitor.page();
        page.setDefaultTimeout(PATIENCE.toMillis());
        page.navigate(service.resolve(path).toString());
        return new Keyboard(page);
    }

    private static void arrived(Page page, String place) {
        assertThat(page).hasURL(Pattern.compile(place));
    }

    @Test
    void a_customer_confirms_a_request() {
        String email = "tipke-" + UUID.randomUUID() + "@primer.si";
        String reference = cases.submitted(email, Language.SL);
        String token = new Mails(mailbox).token(email, reference, "/confirm/");
        try (Visitor customer = new Visitor(chromium.browser(), "sl", true)) {
            Keyboard keys = at(customer, "/confirm/" + token);
            keys.press("main form button", "Enter");

            arrived(keys.page(), "/confirmed$");
        }
    }

    @Test
    void a_customer_signs_in_with_a_code_writes_a_message_and_withdraws() {
        String email = "tipke-" + UUID.randomUUID() + "@primer.si";
        String reference = cases.in(DECIDING, email, Language.SL);
        try (Visitor customer = new Visitor(chromium.browser(), "sl", true)) {
            Keyboard keys = at(customer, "/sign-in");
            Page page = keys.page();
            keys.type("#email", email).backTo("#reference");
            page.keyboard().type(reference);
            keys.press("main form button", "Enter");
            arrived(page, "/sign-in/code/");
            keys.type("#code", new Mails(mailbox).code(email, reference)).press("Enter");
            arrived(page, "/case$");

            keys.press("section[aria-labelledby=messages] summary", "Enter");
            keys.type("#text", "Samo s tipkovnico, prosim.").press("form[enctype] button", "Enter");
            assertThat(page.locator("ol.talk")).containsText("Samo s tipkovnico, prosim.");

            keys.press("a[href='/case/withdraw']", "Enter");
            arrived(page, "/case/withdraw$");
            keys.press("main button.danger", "Space");
            arrived(page, "/case$");
            assertThat(page.locator("main")).containsText("Zahteva umaknjena");
            assertThat(customer.complaints()).isEmpty();
        }
    }

    @Test
    void a_clerk_accepts_notes_withholds_a_field_and_releases() {
        String reference = Api.submit(DemoCustomers.PRIVATE_EMAIL, "domains");
        String session = Api.confirm(new Mails(mailbox), DemoCustomers.PRIVATE_EMAIL, reference);
        String desk = "/console/cases/" + reference;
        try (Visitor clerk = new Visitor(chromium.browser(), "sl", true)) {
            Keyboard keys = signedIn(clerk);
            Page page = keys.page();
            at(clerk, desk).press("form[action$='/accept'] button", "Enter");
            assertThat(page.locator("form[action$='/accept']")).hasCount(0);
            awaitState(session, reference, "in-review");

            at(clerk, desk);
            keys.press("summary:has(+ form[action$='/note'])", "Space");
            keys.type("#note-text", "Zapisano s tipkovnico.").press("form[action$='/note'] button", "Enter");
            assertThat(page.locator("article.note")).containsText("Zapisano s tipkovnico.");

            keys.press("a[href$='/items/domains.legal-framework.name']", "Enter");
            arrived(page, "/items/domains.legal-framework.name$");
            keys.press("th.entry-name a", "Enter");
            arrived(page, "/entries/[0-9]+$");
            keys.press("a[href$='/records/1']", "Enter");
            arrived(page, "/records/1$");
            keys.press("input[name=withhold-what]", "ArrowDown");
            assertThat(page.locator("input[name=withhold-what][value^='field:']:checked"))
                    .hasCount(1);
            keys.type("#withhold-reason", "Podatek je tudi podatek drugega.")
                    .press("form[action$='/withhold'] button", "Enter");
            arrived(page, "/entries/[0-9]+$");
            assertThat(page.locator("section[aria-labelledby=parts] article")).hasCount(1);

            keys.press("main a[href$='/items/domains.legal-framework.name']", "Enter");
            arrived(page, "/items/domains.legal-framework.name$");
            keys.press("main a[href$='" + desk + "']", "Enter");
            arrived(page, desk + "$");
            keys.press("form[action$='/release'] button", "Enter");
            assertThat(page.locator("form[action$='/release']")).hasCount(0);
            awaitState(session, reference, "ready");
            assertThat(clerk.complaints()).isEmpty();
        }
    }

    @Test
    void a_clerk_chooses_the_days_of_the_dashboard_and_tests_a_source() {
        try (Visitor clerk = new Visitor(chromium.browser(), "sl", true)) {
            Keyboard keys = signedIn(clerk);
            Page page = keys.page();
            keys.press("nav a[href='/console/dashboard']", "Enter");
            arrived(page, "/console/dashboard$");

            LocalDate usual = LocalDate.parse(page.locator("#from").inputValue());
            keys.to("#from");
            for (String key : new String[] {"ArrowRight", "ArrowRight", "ArrowDown"}) {
                keys.press(key); // past day and month to the year
            }
            keys.to("#to").press("ArrowRight");
            keys.press("ArrowRight");
            keys.press("ArrowDown");
            keys.press("form[action^='/console/dashboard'] button", "Enter");
            arrived(page, "/console/dashboard[?]from=" + usual.minusYears(1) + "&");
            assertThat(page.locator("#answers")).isVisible();

            keys.press("a[href^='/console/dashboard?from='][href$='#range']", "Enter");
            assertThat(page.locator("a[aria-current=true][href^='/console/dashboard']"))
                    .hasCount(1);

            keys.press("nav a[href='/console/connectors']", "Enter");
            arrived(page, "/console/connectors$");
            keys.press("form[action$='/billing/test'] button", "Enter");
            assertThat(page.locator("section[aria-labelledby=source-billing] .good")
                            .first())
                    .isAttached();
            keys.press("section[aria-labelledby=source-billing] details summary", "Space");
            assertThat(page.locator("section[aria-labelledby=source-billing] details table")
                            .first())
                    .isVisible();
            assertThat(clerk.complaints()).isEmpty();
        }
    }

    private Keyboard signedIn(Visitor clerk) {
        Keyboard keys = at(clerk, "/console");
        keys.type("#j_username", DemoStaff.CLERK.name());
        keys.type("#j_password", DemoStaff.CLERK.password()).press("Enter");
        arrived(keys.page(), "/console$");
        return keys;
    }

    private static void awaitState(String session, String reference, String state) {
        await().atMost(PATIENCE)
                .until(() -> Api.signedIn(session)
                        .get("/api/v1/requests/" + reference)
                        .path("state")
                        .equals(state));
    }
}
