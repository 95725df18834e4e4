package si.vpogled.testing;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import si.vpogled.text.Language;

/** The commonest words of each language that are no words of the other: where one of them stands, somebody forgot to translate. */
public final class ForeignWords {
    private static final Set<String> ENGLISH = read("english");
    private static final Set<String> SLOVENIAN = read("slovenian");

    private ForeignWords() {}

    /** Those that have no place in a text of a language. */
    public static Set<String> in(Language language) {
        return switch (language) {
            case SL -> ENGLISH;
            case EN -> SLOVENIAN;
        };
    }

    /** Those of them that a text has. */
    public static List<String> of(String text, Language language) {
        return Arrays.stream(text.toLowerCase(Locale.ROOT).split("[^\\p{L}]+"))
                .filter(in(language)::contains)
                .toList();
    }

    private static Set<String> read(String name) {
        try (InputStream words = ForeignWords.class.getResourceAsStream("/words/" + name + ".txt")) {
            return Arrays.stream(new String(words.readAllBytes(), StandardCharsets.UTF_8)
                            .strip()
                            .split("\\s+"))
                    .collect(Collectors.toUnmodifiableSet());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
