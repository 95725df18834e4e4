package si.vpogled.browser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import com.microsoft.playwright.Page;

/** Somebody without a mouse: walks by the tabulator, presses and types, and sees at each place that they are there. */
record Keyboard(Page page) {
    private static final int LONGEST_WAY = 250;

    private static final String THERE = "meant => document.activeElement.matches(meant)";

    /** What is not seen of the focus: it has a ring or a glow, stands in the window, and nothing covers it. */
    private static final String UNSEEN = """
            () => {
              const one = document.activeElement;
              const style = getComputedStyle(one);
              const ring = style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) > 0;
              const glow = style.boxShadow !== 'none' && !/^rgba\\([^)]*, 0\\) [^,]*$/.test(style.boxShadow);
              if (!ring && !glow) return 'has neither ring nor glow';
              const box = one.getClientRects()[0];
              const x = (Math.max(box.left, 0) + Math.min(box.right, innerWidth)) / 2;
              const y = (Math.max(box.top, 0) + Math.min(box.bottom, innerHeight)) / 2;
              const there = document.elementFromPoint(x, y);
              if (there === null) return 'is outside the window';
              return one.contains(there) || there.contains(one) ? '' : 'is covered by ' + there.outerHTML;
            }""";

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
                assertThat(page.evaluate(UNSEEN)).as("the focus on " + meant).isEqualTo("");
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
