package si.vpogled.web.console;

import java.text.NumberFormat;
import java.time.Duration;
import si.vpogled.web.page.Page;

/** How long something took, in units that both languages write alike. */
final class Lasted {
    private Lasted() {}

    static String words(Duration time, Page page) {
        if (time.compareTo(Duration.ofMinutes(1)) < 0) {
            NumberFormat seconds =
                    NumberFormat.getNumberInstance(page.language().locale());
            seconds.setMaximumFractionDigits(time.compareTo(Duration.ofSeconds(10)) < 0 ? 1 : 0);
            return seconds.format(time.toMillis() / 1000.0) + " s";
        }
        return time.compareTo(Duration.ofHours(1)) < 0
                ? time.toMinutes() + " min " + time.toSecondsPart() + " s"
                : page.number(time.toHours()) + " h " + time.toMinutesPart() + " min";
    }
}
