package si.vpogled.web.page;

import java.util.Locale;
import java.util.Optional;

/**
 * The provider's colours, each such that it can be read.
 *
 * @param light on white pages, and under white text on buttons
 * @param dark on dark pages
 */
record Palette(Colour light, Colour dark) {
    private static final double ENOUGH = 4.5;
    /** The style sheet's dark background. */
    private static final Colour NIGHT = Colour.of("#13171f");

    private static final double STEP = 0.05;
    private static final String LIGHT = "vpogled.provider.accent (VPOGLED_PROVIDER_ACCENT)";
    private static final String DARK = "vpogled.provider.accent-dark (VPOGLED_PROVIDER_ACCENT_DARK)";

    /**
     * @throws IllegalStateException where a colour is none, or cannot be read
     */
    static Palette of(String accent, Optional<String> accentDark) {
        Colour light = readable(LIGHT, accent, Colour.WHITE, "white", "darker");
        Colour dark = accentDark
                .map(given -> readable(DARK, given, NIGHT, "the dark background " + NIGHT, "lighter"))
                .orElseGet(() -> lighter(light));
        return new Palette(light, dark);
    }

    private static Colour readable(String setting, String written, Colour background, String on, String better) {
        Colour colour;
        try {
            colour = Colour.of(written.strip());
        } catch (IllegalArgumentException e) {
            throw new IllegalStateException(
                    setting + " is '" + written
                            + "', which is not a colour: write # and six hexadecimal digits, such as" + " #0172ad",
                    e);
        }
        double contrast = colour.contrast(background);
        if (contrast < ENOUGH) {
            throw new IllegalStateException(String.format(
                    Locale.ROOT,
                    "%s is %s, which has a contrast of %.2f:1 with %s: text needs 4.5:1 at least (WCAG 2.2, 1.4.3)."
                            + " Choose a %s colour",
                    setting,
                    colour,
                    contrast,
                    on,
                    better));
        }
        return colour;
    }

    private static Colour lighter(Colour accent) {
        Colour lighter = accent;
        for (double share = STEP; lighter.contrast(NIGHT) < ENOUGH; share += STEP) {
            lighter = accent.mixed(Colour.WHITE, share);
        }
        return lighter;
    }

    /** The style sheet that colours the other one. */
    String css() {
        return """
                :root:not([data-theme=dark]) {%s}
                @media (prefers-color-scheme: dark) { :root:not([data-theme]) {%s} }
                """.formatted(
                variables(light, light.mixed(Colour.BLACK, 0.2)), variables(dark, dark.mixed(Colour.WHITE, 0.3)));
    }

    private String variables(Colour text, Colour hover) {
        Colour pressed = light.mixed(Colour.BLACK, 0.15);
        return """
                --pico-primary:%1$s;--pico-primary-background:%3$s;--pico-primary-border:%3$s;\
                --pico-primary-underline:%1$s80;--pico-primary-hover:%2$s;--pico-primary-hover-background:%4$s;\
                --pico-primary-hover-border:%4$s;--pico-primary-hover-underline:%2$s;--pico-primary-focus:%1$s80;\
                --pico-primary-inverse:#fff;--pico-text-selection-color:%1$s40;\
                """.formatted(text, hover, light, pressed);
    }
}
