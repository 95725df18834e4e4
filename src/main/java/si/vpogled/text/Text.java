package si.vpogled.text;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;

/** A text in both languages. Sentences stand in {@link Texts}, not in code. */
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

    /** The same in both languages: a name, or what somebody wrote. */
    public static Text same(String words) {
        return new Text(words, words);
    }

    /** What somebody or something gives for each language. */
    public static Text each(Function<Language, String> words) {
        return new Text(words.apply(Language.SL), words.apply(Language.EN));
    }

    /** Several after each other. */
    public static Text joined(String between, List<Text> parts) {
        return each(language -> parts.stream().map(part -> part.in(language)).collect(Collectors.joining(between)));
    }

    /** One sentence after another. */
    public Text then(Text next) {
        return new Text(sl + " " + next.sl, en + " " + next.en);
    }

    public String in(Language language) {
        return switch (language) {
            case SL -> sl;
            case EN -> en;
        };
    }
}
