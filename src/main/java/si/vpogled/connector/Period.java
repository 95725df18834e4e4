package si.vpogled.connector;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.time.LocalDate;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Of which records of a collection a group consists, by the day that their retention counts from. In JSON a text:
 * {@code "2024"}, {@code "undated"} or {@code "all"}.
 */
public sealed interface Period extends Comparable<Period> {
    /** Four digits, as a year of a record is written. */
    Pattern YEAR = Pattern.compile("[0-9]{4}");

    /** Records of one calendar year, where a date ends their retention. */
    record Year(int year) implements Period {
        public Year {
            if (year < 1 || year > 9999) {
                throw new IllegalArgumentException("Not a year that a record can be of");
            }
        }

        @Override
        public String text() {
            return String.format("%04d", year);
        }

        @Override
        public Optional<LocalDate> day() {
            return Optional.of(LocalDate.of(year, 1, 1));
        }
    }

    /** Records that should have such a day, and have none that can be understood. */
    record Undated() implements Period {
        @Override
        public String text() {
            return "undated";
        }

        @Override
        public Optional<LocalDate> day() {
            return Optional.empty();
        }
    }

    /** Every record, where no date ends their retention. */
    record All() implements Period {
        @Override
        public String text() {
            return "all";
        }

        @Override
        public Optional<LocalDate> day() {
            return Optional.empty();
        }
    }

    @JsonValue
    String text();

    /** One that all its records share the year of; empty where they share none. */
    Optional<LocalDate> day();

    /** The first day that its records can be of; of all times where it is of no year. */
    default LocalDate firstDay() {
        return day().orElse(LocalDate.of(1, 1, 1));
    }

    /** The last one. */
    default LocalDate lastDay() {
        return day().map(day -> day.plusYears(1).minusDays(1)).orElse(LocalDate.of(9999, 12, 31));
    }

    /** Of a record that is dated, by what it says of its day. */
    static Period ofDay(Optional<LocalDate> day) {
        return day.filter(known -> known.getYear() >= 1 && known.getYear() <= 9999)
                .<Period>map(known -> new Year(known.getYear()))
                .orElseGet(Undated::new);
    }

    @Override
    default int compareTo(Period other) {
        return text().compareTo(other.text());
    }

    /** @throws IllegalArgumentException where the text is none */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    static Period of(String text) {
        return switch (text) {
            case "all" -> new All();
            case "undated" -> new Undated();
            case String year when YEAR.matcher(year).matches() -> new Year(Integer.parseInt(year));
            default -> throw new IllegalArgumentException("Not a period of records");
        };
    }
}
