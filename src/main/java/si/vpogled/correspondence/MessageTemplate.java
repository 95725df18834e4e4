package si.vpogled.correspondence;

import java.util.Map;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import si.vpogled.text.Language;
import si.vpogled.text.PlainCharacters;
import si.vpogled.text.Text;

/**
 * A text that staff begin a message with.
 *
 * @param key the name of its files
 * @param title as staff choose it
 */
public record MessageTemplate(String key, Text title, Text body) {
    private static final Pattern PLACEHOLDER = Pattern.compile("\\{([^{}]*)}");
    /** What staff are to write there themselves. */
    private static final Pattern OPEN_PLACE = Pattern.compile("\\[[^\\[\\]\n]+]");

    private static final Set<String> KNOWN = Set.of("reference", "name", "due", "provider");
    private static final int LONGEST_TITLE = 100;
    /** Leaves room for what is filled in. */
    private static final int LONGEST_BODY = Draft.LONGEST_TEXT - 500;

    /**
     * Reads the text of one language: the title on the first line, and the body below it.
     *
     * @return title and body
     * @throws IllegalArgumentException that says what is wrong with it
     */
    static String[] parts(String text) {
        String[] parts = text.replace("\r\n", "\n").strip().split("\n", 2);
        if (parts.length < 2 || parts[1].isBlank()) {
            throw new IllegalArgumentException("must have a title on its first line and the text below it");
        }
        if (!PlainCharacters.only(parts[0], false) || !PlainCharacters.only(parts[1], true)) {
            throw new IllegalArgumentException("holds control characters: remove them");
        }
        if (parts[0].length() > LONGEST_TITLE || parts[1].length() > LONGEST_BODY) {
            throw new IllegalArgumentException(
                    "is too long: a title has at most " + LONGEST_TITLE + " characters, a text " + LONGEST_BODY);
        }
        Set<String> unknown = PLACEHOLDER
                .matcher(parts[1])
                .results()
                .map(found -> found.group(1))
                .filter(name -> !KNOWN.contains(name))
                .collect(Collectors.toSet());
        if (!unknown.isEmpty()) {
            throw new IllegalArgumentException("has " + unknown + " in braces, which is none of " + KNOWN);
        }
        return new String[] {parts[0].strip(), parts[1].strip()};
    }

    /** The places that are left to staff, with their brackets, in each language. */
    Stream<String> places() {
        return Stream.of(Language.values())
                .flatMap(language -> OPEN_PLACE.matcher(body.in(language)).results())
                .map(MatchResult::group);
    }

    /** The text with what a case knows. */
    String filled(Language language, Map<String, String> values) {
        return PLACEHOLDER
                .matcher(body.in(language))
                .replaceAll(found -> java.util.regex.Matcher.quoteReplacement(values.get(found.group(1))));
    }
}
