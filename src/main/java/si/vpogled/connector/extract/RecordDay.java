package si.vpogled.connector.extract;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.TemporalAccessor;
import java.util.Optional;
import si.vpogled.connector.definition.ConnectorDefinition.FieldType;
import si.vpogled.law.TimeLimit;

/** The day of a record's value as the law counts days: that of the provider's time zone. */
public final class RecordDay {
    private RecordDay() {}

    /** @param value as {@link si.vpogled.connector.Visitor.Row#value} gives it; empty where it is no day or time */
    public static Optional<LocalDate> of(Object value) {
        String text = FieldValue.of(FieldType.TIME, value).toString();
        try {
            return Optional.of(text.length() == 10 ? LocalDate.parse(text) : ofTime(text));
        } catch (DateTimeException noDay) {
            return Optional.empty();
        }
    }

    private static LocalDate ofTime(String text) {
        TemporalAccessor time =
                DateTimeFormatter.ISO_DATE_TIME.parseBest(text, OffsetDateTime::from, LocalDateTime::from);
        return time instanceof OffsetDateTime known
                ? known.atZoneSameInstant(TimeLimit.ZONE).toLocalDate()
                : LocalDate.from(time);
    }
}
