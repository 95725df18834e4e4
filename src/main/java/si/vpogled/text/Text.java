package si.vpogled.text;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Objects;

/** A text in both languages. */
public record Text(String sl, String en) {
    private static final DateTimeFormatter DAY_SL = DateTimeFormatter.ofPattern("d. M. uuuu", Locale.ROOT);
    private static final DateTimeFormatter DAY_EN = DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.ENGLISH);

    public Text {
        Objects.requireNonNull(sl, "sl");
        Objects.requireNonNull(en, "en");
    }

    /** A day as people write it: {@code 2. 3. 2026}, {@code 2 March 2026}. */
    public static Text of(LocalDate day) {
        return new Text(DAY_SL.format(day), DAY_EN.format(day));
    }

    public String in(Language language) {
        return switch (language) {
            case SL -> sl;
            case EN -> en;
        };
    }
}
