package si.vpogled.bundle.report;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.temporal.TemporalAccessor;
import java.util.Locale;
import si.vpogled.connector.definition.ConnectorDefinition.FieldType;
import si.vpogled.text.Language;

/** Values as people write them. A value that is not of its type is shown as it came. */
public final class Formats {
    private static final ZoneId ZONE = ZoneId.of("Europe/Ljubljana");
    private static final String[] UNITS = {"B", "kB", "MB", "GB", "TB"};

    private final Language language;
    private final DateTimeFormatter day;
    private final DateTimeFormatter time;

    public Formats(Language language) {
        this.language = language;
        String days = switch (language) {
            case SL -> "d. M. yyyy";
            case EN -> "d MMM yyyy";
        };
        day = DateTimeFormatter.ofPattern(days, Locale.UK);
        time = DateTimeFormatter.ofPattern(days + " HH:mm:ss", Locale.UK);
    }

    public String day(Instant instant) {
        return day.format(instant.atZone(ZONE));
    }

    public String day(LocalDate date) {
        return day.format(date);
    }

    /** A field's value, given as it stands in the JSON. */
    public String value(FieldType type, String value) {
        try {
            return switch (type) {
                case TEXT, INTEGER -> value;
                case DECIMAL -> language == Language.SL ? value.replace('.', ',') : value;
                case BOOLEAN -> value;
                case DATE -> day.format(LocalDate.parse(value));
                case TIME -> time(value);
            };
        } catch (DateTimeParseException e) {
            return value;
        }
    }

    /** A time without an offset is shown as the system that held it has it. */
    private String time(String value) {
        TemporalAccessor parsed =
                DateTimeFormatter.ISO_DATE_TIME.parseBest(value, OffsetDateTime::from, LocalDateTime::from);
        return switch (parsed) {
            case OffsetDateTime offset -> time.format(offset.atZoneSameInstant(ZONE));
            case TemporalAccessor local -> time.format(local);
        };
    }

    /** Bytes in the unit that gives one to three digits before the point. */
    public String size(long bytes) {
        double value = bytes;
        int unit = 0;
        while (value >= 1000 && unit < UNITS.length - 1) {
            value /= 1000;
            unit++;
        }
        String digits = String.format(Locale.ROOT, unit == 0 || value >= 100 ? "%.0f" : "%.1f", value);
        return (language == Language.SL ? digits.replace('.', ',') : digits) + ' ' + UNITS[unit];
    }
}
