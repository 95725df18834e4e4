package si.vpogled.web.problem;

import java.time.Duration;
import si.vpogled.text.Language;
import si.vpogled.text.Plural;

/** How long to wait, in words: to the second where it is short, else rounded up. */
final class Waiting {
    private static final int SHORT = 90;

    private Waiting() {}

    static String told(Duration wait, Language language) {
        if (wait.toSeconds() <= SHORT) {
            return counted(wait.toSeconds(), "seconds", language);
        }
        long minutes = wait.plusSeconds(59).toMinutes();
        return minutes <= SHORT
                ? counted(minutes, "minutes", language)
                : counted(wait.plusMinutes(59).toHours(), "hours", language);
    }

    private static String counted(long count, String noun, Language language) {
        return count + " " + Plural.form(language, count, ProblemText.word(noun, language));
    }
}
