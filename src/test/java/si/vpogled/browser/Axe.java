package si.vpogled.browser;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Page;
import java.util.List;
import java.util.Map;

/** axe in a page: put there once, and asked for nothing but what is wrong. Our pages have no frames. */
record Axe(Page page) {
    private static final List<String> ALL =
            List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice");

    private static final String WRONG = """
            async ([only, parts]) => (await axe.run(
                parts.length ? {include: parts.map(part => [part])} : document,
                {runOnly: only, resultTypes: ['violations'], iframes: false}))
              .violations.map(rule => rule.id + ': ' + rule.nodes.map(node => node.html).join(' | '))""";

    /**
     * By WCAG 2.2 AA, and by what is good practice beyond it: landmarks, headings, names.
     *
     * @param parts of the page, where the rest was looked at before
     */
    List<?> wrong(String... parts) {
        return run("tag", ALL, parts);
    }

    List<?> wrongColours() {
        return run("rule", List.of("color-contrast"));
    }

    private List<?> run(String kind, List<String> values, String... parts) {
        if (!(Boolean) page.evaluate("() => 'axe' in window")) {
            page.evaluate(AxeBuilder.getAxeScript());
        }
        return (List<?>) page.evaluate(WRONG, List.of(Map.of("type", kind, "values", values), List.of(parts)));
    }
}
