package si.vpogled.connector.job;

import java.util.BitSet;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import si.vpogled.connector.definition.PasswordExpression;
import si.vpogled.text.Steps;

/** Blacks out what stands in the groups of some expressions; how long it was is not told either. */
final class Redaction {
    static final String BLACK = "████████";

    /** Shorter ones would black out words. */
    private static final int SHORTEST_SECRET = 5;

    private static final long FEWEST_STEPS = 5_000_000;
    private static final long STEPS_EACH = 1_000;

    /** A few seconds. */
    private static final long MOST_STEPS = 200_000_000;

    private final List<Pattern> patterns;

    Redaction(List<String> expressions) {
        this.patterns = expressions.stream().map(PasswordExpression::compiled).toList();
    }

    /** @return empty where no expression finds anything: then it is not known what in the text is secret */
    Optional<String> of(String text) {
        return of(text, List.of());
    }

    /** @param secrets the subject's own, blacked out wherever they stand */
    Optional<String> of(String text, Collection<String> secrets) {
        BitSet black = new BitSet(text.length());
        for (Pattern pattern : patterns) {
            Matcher matcher = pattern.matcher(new Steps(text, steps(text)));
            while (matcher.find()) {
                for (int group = 1; group <= matcher.groupCount(); group++) {
                    black.set(Math.max(0, matcher.start(group)), Math.max(0, matcher.end(group)));
                }
            }
        }
        if (black.isEmpty()) {
            return Optional.empty();
        }
        for (String secret : secrets) {
            for (int at = secret.length() < SHORTEST_SECRET ? -1 : text.indexOf(secret);
                    at >= 0;
                    at = text.indexOf(secret, at + 1)) {
                black.set(at, at + secret.length());
            }
        }
        return Optional.of(blackened(text, black));
    }

    /** Passwords are looked for at each character, and from each word for one far ahead. */
    private static long steps(String text) {
        return Math.min(MOST_STEPS, FEWEST_STEPS + text.length() * STEPS_EACH);
    }

    private static String blackened(String text, BitSet black) {
        StringBuilder result = new StringBuilder();
        int copied = 0;
        for (int from = black.nextSetBit(0); from >= 0; from = black.nextSetBit(copied)) {
            result.append(text, copied, from).append(BLACK);
            copied = black.nextClearBit(from);
        }
        return result.append(text, copied, text.length()).toString();
    }
}
