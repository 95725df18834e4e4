package si.vpogled.connector.http;

import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Optional;

/** The header {@code Retry-After}: seconds or a date (RFC 9110 section 10.2.3). */
final class RetryAfter {
    private RetryAfter() {}

    static Optional<Duration> of(Optional<String> header, Instant now) {
        return header.map(String::strip).flatMap(value -> parse(value, now));
    }

    private static Optional<Duration> parse(String value, Instant now) {
        if (value.matches("\\d{1,9}")) {
            return Optional.of(Duration.ofSeconds(Long.parseLong(value)));
        }
        return date(value).map(date -> {
            Duration until = Duration.between(now, date);
            return until.isNegative() ? Duration.ZERO : until;
        });
    }

    /** A date in the form that HTTP prefers. */
    static Optional<Instant> date(String value) {
        try {
            return Optional.of(ZonedDateTime.parse(value, DateTimeFormatter.RFC_1123_DATE_TIME)
                    .toInstant());
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }
}
