package si.vpogled.request;

import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import si.vpogled.law.TimeLimit;

/**
 * Days in a row, by the calendar that time limits go by.
 *
 * @param to the last of them
 */
public record Days(LocalDate from, LocalDate to) {
    /** A year, whether or not it has a 29 February. */
    public static final int MOST = 366;

    public Days {
        if (to.isBefore(from) || count(from, to) > MOST) {
            throw new IllegalArgumentException("From " + from + " to " + to + " is no row of 1 to " + MOST + " days");
        }
    }

    /** How many days there are from one to another, both of them counted. */
    public static long count(LocalDate from, LocalDate to) {
        return ChronoUnit.DAYS.between(from, to) + 1;
    }

    /** The first instant. */
    public Instant begin() {
        return from.atStartOfDay(TimeLimit.ZONE).toInstant();
    }

    /** The first instant after them. */
    public Instant end() {
        return to.plusDays(1).atStartOfDay(TimeLimit.ZONE).toInstant();
    }
}
