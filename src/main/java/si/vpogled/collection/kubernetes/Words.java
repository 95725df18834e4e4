package si.vpogled.collection.kubernetes;

import java.time.Duration;
import java.util.Optional;
import java.util.regex.Pattern;

/** Words of others, and of lengths of time, as staff read them. */
final class Words {
    private static final int LONGEST = 1000;
    private static final Pattern UNPRINTABLE = Pattern.compile("[\\p{Cntrl}\\p{Cf}]+");

    private Words() {}

    /** {@code 90 s} or {@code 10 min}. */
    static String of(Duration duration) {
        return duration.toSeconds() % 60 == 0 && duration.toMinutes() > 0
                ? duration.toMinutes() + " min"
                : duration.toSeconds() + " s";
    }

    /** The last line that says something. */
    static Optional<String> lastLine(String said) {
        return Optional.ofNullable(said).stream()
                .flatMap(String::lines)
                .map(line -> UNPRINTABLE.matcher(line).replaceAll(" ").strip())
                .filter(line -> !line.isEmpty())
                .reduce((_, later) -> later)
                .map(line -> line.length() > LONGEST ? line.substring(0, LONGEST) : line);
    }
}
