package si.vpogled.letter;

import java.time.Duration;
import si.vpogled.text.Language;
import si.vpogled.text.Plural;
import si.vpogled.text.Texts;

/** How long something is good, in words: in hours where they are whole, else in minutes. */
public final class GoodFor {
    private static final Texts TEXTS = Texts.of("words");
    private static final int HOUR = 60;

    private GoodFor() {}

    public static String told(Duration period, Language language) {
        long minutes = Math.max(1, period.toMinutes());
        return minutes % HOUR == 0
                ? counted(minutes / HOUR, TEXTS.text("good.hours").in(language), language)
                : counted(minutes, TEXTS.text("good.minutes").in(language), language);
    }

    private static String counted(long count, String forms, Language language) {
        return count + " " + Plural.form(language, count, forms);
    }
}
