package si.vpogled.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.net.URI;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import si.vpogled.testing.ServiceWorld;

/** The form with nothing but a keyboard, and with the browser's own buttons. */
@QuarkusTest
@WithTestResource(ServiceWorld.class)
class FormByKeyboardTest {
    private static final String NEXT = "main form button[value=next]";
    private static final String BACK = ".back button";

    private static Chromium chromium;

    @TestHTTPResource
    URI service;

    @BeforeAll
    static void start() {
        chromium = new Chromium();
    }

    @AfterAll
    static void stop() {
        chromium.close();
    }

    @Test
    void the_whole_form_is_filled_in_and_sent_by_keys_alone() {
        try (Visitor visitor = new Visitor(chromium.browser(), "sl", true)) {
            Page page = visitor.page();
            page.navigate(service.toString());
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
            visitor.check("form-you-with-two-errors");
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

    /** Without scripts the browser itself has what was typed and not sent; with them the service has it too. */
    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void the_browsers_own_way_back_and_forth_loses_no_answer(boolean scripts) {
        try (Visitor visitor = new Visitor(chromium.browser(), "en", scripts)) {
            Page page = filledIn(visitor);

            page.goBack();
            at(page, "you.*");
            assertThat(page.locator("#name")).hasValue("Ana Typed");
            assertThat(page.locator("#email")).hasValue("ana@primer.si");
            while (!page.url().endsWith("/services")) {
                page.goBack();
            }
            assertThat(page.locator("input[value=vps]")).not().isChecked();
            assertThat(page.locator("input[value=domains]")).isChecked();
            page.goBack();
            at(page, "right");
            while (!page.url().endsWith("/more")) {
                page.goForward();
            }
            assertThat(page.locator("#message")).hasValue("Typed, and not sent");
            page.locator(NEXT).click();
            checked(page);
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void the_pages_own_way_back_loses_no_answer(boolean scripts) {
        try (Visitor visitor = new Visitor(chromium.browser(), "en", scripts)) {
            Page page = filledIn(visitor);

            for (String before : new String[] {"you", "services", "right"}) {
                page.locator(BACK).click();
                at(page, before);
            }
            for (String after : new String[] {"services", "you", "more"}) {
                page.locator(NEXT).click();
                at(page, after);
            }
            assertThat(page.locator("#message")).hasValue("Typed, and not sent");
            page.locator(NEXT).click();
            checked(page);
        }
    }

    /** Up to the last text, which is typed and not sent; with an answer that was wrong at first. */
    private Page filledIn(Visitor visitor) {
        Page page = visitor.page();
        page.navigate(service.resolve("/request").toString());
        page.locator(NEXT).click();
        page.locator("input[value=vps]").uncheck();
        page.locator(NEXT).click();
        page.locator("#name").fill("Ana Typed");
        page.locator("#email").fill("ana");
        page.locator(NEXT).click();
        assertThat(page.locator(".problems a")).hasCount(1);
        assertThat(page.locator("#name")).hasValue("Ana Typed");
        page.locator("#email").fill("ana@primer.si");
        page.locator(NEXT).click();
        at(page, "more");
        page.locator("#message").fill("Typed, and not sent");
        return page;
    }

    private static void checked(Page page) {
        at(page, "language");
        page.locator(NEXT).click();
        at(page, "check");
        assertThat(page.locator("dl.answers")).containsText("Ana Typed");
        assertThat(page.locator("dl.answers")).containsText("ana@primer.si");
        assertThat(page.locator("dl.answers")).containsText("Typed, and not sent");
        assertThat(page.locator("dl.answers")).containsText("Domain");
        assertThat(page.locator("dl.answers")).not().containsText("VPS");
    }

    private static void press(Page page, String meant, String key) {
        new Keyboard(page).press(meant, key);
    }

    private static void at(Page page, String step) {
        assertThat(page).hasURL(Pattern.compile(".*/request/" + step + "$"));
    }
}
