package si.vpogled.browser;

import static org.assertj.core.api.Assertions.fail;

import com.microsoft.playwright.Page;

/** Somebody without a mouse: walks by the tabulator, presses and types. */
record Keyboard(Page page) {
    private static final int LONGEST_WAY = 250;

    private static final String THERE = "meant => document.activeElement.matches(meant)";

    /** Walks on to what is meant. */
    Keyboard to(String meant) {
        return walk(meant, "Tab");
    }

    /** Walks back to what is meant. */
    Keyboard backTo(String meant) {
        return walk(meant, "Shift+Tab");
    }

    private Keyboard walk(String meant, String key) {
        for (int step = 0; step < LONGEST_WAY; step++) {
            if ((Boolean) page.evaluate(THERE, meant)) {
                return this;
            }
            page.keyboard().press(key);
        }
        return fail(meant + " cannot be reached by keys at " + page.url());
    }

    /** Walks on to what is meant, and presses a key there. */
    void press(String meant, String key) {
        to(meant).page.keyboard().press(key);
    }

    /** Walks on to a field and types. */
    Keyboard type(String field, String text) {
        to(field).page.keyboard().type(text);
        return this;
    }

    /** Presses a key where the last walk ended. */
    void press(String key) {
        page.keyboard().press(key);
    }
}
