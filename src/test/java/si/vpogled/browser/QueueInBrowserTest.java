package si.vpogled.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import si.vpogled.demo.DemoStaff;
import si.vpogled.testing.ServiceWorld;
import si.vpogled.testing.StagedCases;
import si.vpogled.text.Language;

/** The list of the console in a browser: by the keyboard, and many cases at once. */
@QuarkusTest
@WithTestResource(ServiceWorld.class)
class QueueInBrowserTest {
    private static Chromium chromium;

    @TestHTTPResource("/console")
    String console;

    @Inject
    StagedCases cases;

    @Inject
    EntityManager database;

    private final String mark = UUID.randomUUID().toString().substring(0, 13);
    private List<String> references;

    @BeforeAll
    static void start() {
        chromium = new Chromium();
    }

    @AfterAll
    static void stop() {
        chromium.close();
    }

    /** From the most urgent: late, today, tomorrow. */
    @BeforeEach
    void three_cases() {
        references = new ArrayList<>();
        for (int days = -2; days < 4; days += 2) {
            String reference = cases.in(
                    "{\"kind\": \"collecting\", \"since\": \"2026-04-01T00:00:00Z\"}",
                    "tipke-" + mark + "@posta.example",
                    Language.SL);
            cases.failed(reference, "billing");
            String due = "update request set due_on = cast(now() at time zone 'Europe/Ljubljana' as date) + " + days
                    + ", name = 'Čebelarstvo in vrtnarija Žagar, מבט 🐝' where reference = ?1";
            QuarkusTransaction.requiringNew()
                    .run(() -> database.createNativeQuery(due)
                            .setParameter(1, reference)
                            .executeUpdate());
            references.add(reference);
        }
    }

    @Test
    void the_list_is_walked_and_a_case_opened_by_keys() {
        try (Visitor clerk = signedIn("sl", true)) {
            Page page = clerk.page();
            page.keyboard().press("j");
            assertThat(link(page, 0)).isFocused();
            page.keyboard().press("j");
            page.keyboard().press("ArrowDown");
            assertThat(link(page, 2)).isFocused();
            page.keyboard().press("j");
            assertThat(link(page, 2)).isFocused();
            page.keyboard().press("k");
            page.keyboard().press("x");
            assertThat(box(page, 1)).isChecked();
            assertThat(page.locator("#chosen")).hasText("Označeno: 1");

            page.keyboard().press("/");
            assertThat(page.locator("#text")).isFocused();
            page.keyboard().type("jkx/?");
            assertThat(page.locator("#text")).hasValue("jkx/?");
            assertThat(page.locator("#keys")).isHidden();

            link(page, 1).focus();
            page.keyboard().press("Enter");
            assertThat(page.locator("h1")).containsText(references.get(1));
            assertThat(clerk.complaints()).isEmpty();
        }
    }

    @Test
    void the_help_tells_of_all_keys_and_turns_them_off_for_good() {
        try (Visitor clerk = signedIn("sl", true)) {
            Page page = clerk.page();
            page.keyboard().press("?");
            assertThat(page.locator("#keys")).isVisible();
            assertThat(page.locator("#keys tbody tr")).hasCount(9);
            page.locator("#keys-on").focus();
            page.keyboard().press("Space");
            page.keyboard().press("Escape");
            assertThat(page.locator("#keys")).isHidden();

            page.reload();
            page.keyboard().press("j");
            page.keyboard().press("?");
            assertThat(page.locator("#keys")).isHidden();
            assertThat(link(page, 0)).not().isFocused();

            page.locator("#keys-open").click();
            page.locator("#keys-on").focus();
            page.keyboard().press("Space");
            page.keyboard().press("Escape");
            page.keyboard().press("j");
            assertThat(link(page, 0)).isFocused();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"sl", "en"})
    void what_is_wrong_is_told_and_all_of_a_page_are_assigned_by_the_keyboard_alone(String language) {
        try (Visitor clerk = signedIn(language, true)) {
            Page page = clerk.page();
            clerk.look("queue");
            page.keyboard().press("?");
            assertThat(page.locator("#keys")).isVisible();
            clerk.look("queue-keys");
            page.keyboard().press("Escape");
            page.locator(".bulk button").click();
            assertThat(page.locator("[data-focus]")).isFocused();
            clerk.look("queue-with-errors");
            page.navigate(console + "?text=" + mark);
            page.locator("#choose-all").focus();
            page.keyboard().press("Space");
            for (int row = 0; row < 3; row++) {
                assertThat(box(page, row)).isChecked();
            }
            page.keyboard().press("a");
            assertThat(page.locator("#assign-to")).isFocused();
            page.locator("#assign-to").selectOption("oskar");
            page.keyboard().press("Tab");
            page.keyboard().press("Enter");

            assertThat(page.locator(".assigned")).isFocused();
            assertThat(page.locator(".assigned")).containsText("oskar): 3");
            clerk.look("queue-assigned");
            assertThat(clerk.complaints()).isEmpty();
        }
    }

    @Test
    void cases_are_assigned_and_views_saved_without_scripts() {
        try (Visitor clerk = signedIn("sl", false)) {
            Page page = clerk.page();
            assertThat(page.locator("#keys-open")).isHidden();
            assertThat(page.locator("#choose-all")).isHidden();
            box(page, 0).check();
            page.locator("#assign-to").selectOption("oskar");
            page.locator(".bulk button").click();
            assertThat(page.locator(".assigned")).containsText("Dodeljeno (oskar): 1 zahteva.");

            page.locator("summary").first().click();
            page.locator("#view-name").fill("Pogled " + mark);
            page.locator("form[action^='/console/views'] button").first().click();
            assertThat(page.locator("nav.views")).containsText("Pogled " + mark);
        }
    }

    private Visitor signedIn(String language, boolean scripts) {
        Visitor clerk = new Visitor(chromium.browser(), language, scripts);
        Page page = clerk.page();
        page.navigate(console);
        page.locator("#j_username").fill(DemoStaff.CLERK.name());
        page.locator("#j_password").fill(DemoStaff.CLERK.password());
        page.locator("main form button").click();
        page.waitForURL("**/console");
        page.navigate(console + "?text=" + mark);
        assertThat(page.locator("table.queue tbody tr").count()).isEqualTo(3);
        return clerk;
    }

    private static Locator link(Page page, int row) {
        return page.locator("table.queue tbody a.reference").nth(row);
    }

    private static Locator box(Page page, int row) {
        return page.locator("input[name=case]").nth(row);
    }
}
