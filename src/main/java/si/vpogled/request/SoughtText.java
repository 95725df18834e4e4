package si.vpogled.request;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/** The text of a search, as the database is asked for it by its parameter {@code text}. */
record SoughtText(String text) {
    /** Made once, not for each row. */
    private static final String PATTERN = "(select like_escape(folded(:text), '!'))";
    /** Of a case. */
    static final String FITS = "sought like " + PATTERN;
    /** Of a known identifier {@code k}. */
    static final String IDENTIFIER_FITS = "folded(' ' || k.value) like " + PATTERN;

    private static final Pattern WORD_PART = Pattern.compile("[\\p{L}\\p{N}]{3}");
    private static final Pattern LETTER = Pattern.compile("[\\p{L}\\p{N}]");

    /** Whether an index can tell what fits: it knows letters and digits. */
    boolean indexed() {
        return LETTER.matcher(text).find();
    }

    String pattern() {
        String sought = Normalizer.normalize(text.strip(), Normalizer.Form.NFC);
        String literal = sought.toLowerCase(Locale.ROOT)
                .replace("!", "!!")
                .replace("%", "!%")
                .replace("_", "!_");
        // the index knows three letters in a row, and the beginnings of words
        return (WORD_PART.matcher(sought).find() ? "%" : "% ") + literal + "%";
    }
}
