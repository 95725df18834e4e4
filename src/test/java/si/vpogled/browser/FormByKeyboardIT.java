package si.vpogled.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import si.vpogled.demo.DemoWorld;
import si.vpogled.demo.ServiceProcess;
import si.vpogled.demo.SharedDemoWorld;
import si.vpogled.testing.ProductionJar;

/** The form with nothing but a keyboard, and with the browser's own buttons. */
@ExtendWith(SharedDemoWorld.class)
class FormByKeyboardIT {
    private static final String NEXT = "main form button[value=next]";

    private static ServiceProcess service;
    private static Chromium chromium;

    @BeforeAll
    static void start(DemoWorld world) {
        service = ServiceProcess.start(ProductionJar.settings(world, "form-service", Map.of()))
                .awaitReady(ProductionJar.START);
        chromium = new Chromium();
    }

    @AfterAll
    static void stop() {
        chromium.close();
        service.close();
    }

    @Test
    void the_whole_form_is_filled_in_and_sent_by_keys_alone() {
        try (Visitor visitor = new Visitor(chromium.browser(), "sl", true)) {
            Page page = visitor.page();
            page.navigate(service.url() + "/");
            press(page, "main a[href='/request']", "Enter");
            at(page, "right");
            press(page, "input[name=right]", "Enter");
            at(page, "services");
            press(page, "input[value=domains]", "Space");
            press(page, NEXT, "Enter");
            at(page, "you");

            press(page, "#name", "Enter");
            assertThat(page.locator("[data-focus]")).isFocused();
            press(page, "a[href='#email']", "Enter");
            assertThat(page.locator("#email")).isFocused();
            visitor.look("form-you-with-two-errors");
            page.keyboard().press("Shift+Tab");
            assertThat(page.locator("#name")).isFocused();
            page.keyboard().type("Žan Čebašek");
            page.keyboard().press("Tab");
            page.keyboard().type("tipkovnica@primer.si");
            page.keyboard().press("Enter");
            at(page, "more");

            press(page, "#message", "a");
            press(page, NEXT, "Enter");
            at(page, "language");
            press(page, "input[name=language]", "ArrowDown");
            page.keyboard().press("Enter");
            at(page, "check");

            assertThat(page.locator("main")).containsText("tipkovnica@primer.si");
            assertThat(page.locator("dl.answers")).not().containsText("Domene");
            assertThat(page.locator("dl.answers")).containsText("English");
            press(page, "main form button", "Enter");
            assertThat(page).hasURL(Pattern.compile(".*/request/sent\\?reference=VP-.*"));
            assertThat(visitor.complaints()).isEmpty();
        }
    }

    @Test
    void the_browsers_own_way_back_and_forth_loses_nothing_that_was_typed() {
        try (Visitor visitor = new Visitor(chromium.browser(), "en", true)) {
            Page page = visitor.page();
            page.navigate(service.url() + "/request");
            page.locator(NEXT).click();
            page.locator(NEXT).click();
            page.locator("#name").fill("Ana Typed");

            page.goBack();
            at(page, "services");
            page.goForward();
            page.reload();

            assertThat(page.locator("#name")).hasValue("Ana Typed");
        }
    }

    @Test
    void the_pages_own_way_back_loses_nothing_without_scripts_either() {
        try (Visitor visitor = new Visitor(chromium.browser(), "en", false)) {
            Page page = visitor.page();
            page.navigate(service.url() + "/request");
            page.locator(NEXT).click();
            page.locator(NEXT).click();
            page.locator("#name").fill("Ana Typed");
            page.locator(".back button").click();
            at(page, "services");
            page.locator(NEXT).click();

            assertThat(page.locator("#name")).hasValue("Ana Typed");
        }
    }

    private static void press(Page page, String meant, String key) {
        new Keyboard(page).press(meant, key);
    }

    private static void at(Page page, String step) {
        assertThat(page).hasURL(Pattern.compile(".*/request/" + step + "$"));
    }
}
