package si.vpogled.bundle.report;

import java.text.NumberFormat;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import si.vpogled.text.Language;
import si.vpogled.text.Plural;
import si.vpogled.text.Texts;

/** The report's own words in one language. */
public final class Messages {
    private static final Texts TEXTS = Texts.of("report");

    private final Language language;
    private final Map<String, String> all;

    public Messages(Language language) {
        this.language = language;
        this.all = TEXTS.keys().stream()
                .collect(Collectors.toUnmodifiableMap(
                        Function.identity(), key -> TEXTS.text(key).in(language)));
    }

    public Language language() {
        return language;
    }

    /** All of them, for templates. */
    public Map<String, String> all() {
        return all;
    }

    /**
     * @param values for {@code {0}} and on
     */
    public String text(String key, Object... values) {
        return TEXTS.text(key, values).in(language);
    }

    public String number(long number) {
        return NumberFormat.getIntegerInstance(language.locale()).format(number);
    }

    /** A count with its noun in the right form: one, two, three and four, more. */
    public String counted(String key, long count) {
        return number(count) + ' ' + Plural.form(language, count, text(key));
    }
}
