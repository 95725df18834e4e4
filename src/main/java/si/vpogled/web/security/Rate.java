package si.vpogled.web.security;

import io.quarkus.runtime.configuration.DurationConverter;
import java.time.Duration;

/**
 * How often something may be done. Written {@code 6/15m}: six times within a quarter of an hour, all at once if need be,
 * and then one more with every two and a half minutes.
 */
public record Rate(int times, Duration period) {
    public Rate {
        if (times < 1 || period.isNegative() || period.isZero()) {
            throw new IllegalArgumentException(
                    "A limit is a number and a period, such as 6/15m, not " + times + "/" + period);
        }
    }

    /** For configuration. */
    public static Rate of(String written) {
        String[] parts = written.strip().split("/", 2);
        if (parts.length != 2 || !parts[0].matches("\\d{1,9}")) {
            throw new IllegalArgumentException("A limit is a number and a period, such as 6/15m, not " + written);
        }
        return new Rate(Integer.parseInt(parts[0]), DurationConverter.parseDuration(parts[1]));
    }

    /** What doing it once takes. */
    Duration cost() {
        return period.dividedBy(times);
    }
}
