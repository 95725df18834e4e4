package si.vpogled.connector.extract;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.TemporalAccessor;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import si.vpogled.connector.definition.ConnectorDefinition.FieldType;

/**
 * A value as it is written. Whatever does not fit its field's type is written as the text it is: an answer leaves
 * nothing out because a backend is untidy.
 */
public final class FieldValue {
    private static final Pattern YES = Pattern.compile("(?i)true|t|yes|y|1|da");
    private static final Pattern NO = Pattern.compile("(?i)false|f|no|n|0|ne");

    private FieldValue() {}

    /**
     * @return a String, BigInteger or Boolean
     */
    static Object of(FieldType type, Object value) {
        try {
            return switch (type) {
                case TEXT -> text(value);
                case INTEGER -> decimal(value).toBigIntegerExact();
                case DECIMAL -> decimal(value).toPlainString();
                case BOOLEAN -> truth(value).<Object>map(truth -> truth).orElseGet(() -> text(value));
                case DATE -> date(value).toString();
                case TIME -> written(time(value));
            };
        } catch (ArithmeticException | NumberFormatException | DateTimeException doesNotFit) {
            return text(value);
        }
    }

    private static String text(Object value) {
        return value instanceof BigDecimal number ? number.toPlainString() : value.toString();
    }

    private static BigDecimal decimal(Object value) {
        return switch (value) {
            case BigDecimal number -> number;
            case BigInteger number -> new BigDecimal(number);
            case Boolean truth -> truth ? BigDecimal.ONE : BigDecimal.ZERO;
            default -> new BigDecimal(value.toString().strip());
        };
    }

    /** Whether a value says no; whatever is not understood does not. */
    public static boolean isNo(Object value) {
        return truth(value).filter(truth -> !truth).isPresent();
    }

    private static Optional<Boolean> truth(Object value) {
        String text = value.toString().strip().toLowerCase(Locale.ROOT);
        if (YES.matcher(text).matches()) {
            return Optional.of(true);
        }
        return NO.matcher(text).matches() ? Optional.of(false) : Optional.empty();
    }

    /** The day of an instant is that of UTC. */
    private static LocalDate date(Object value) {
        return switch (value) {
            case LocalDate day -> day;
            case Instant instant -> LocalDate.ofInstant(instant, ZoneOffset.UTC);
            case TemporalAccessor time -> LocalDate.from(time);
            default -> {
                String text = value.toString().strip();
                yield text.length() == 10 ? LocalDate.parse(text) : date(time(text));
            }
        };
    }

    /** RFC 3339 wants seconds, even none. */
    private static String written(TemporalAccessor time) {
        return time instanceof LocalDateTime local
                ? DateTimeFormatter.ISO_LOCAL_DATE_TIME.format(local)
                : time.toString();
    }

    /** An instant in UTC where the offset is known, local time as it is where not. */
    private static TemporalAccessor time(Object value) {
        return switch (value) {
            case OffsetDateTime time -> time.toInstant();
            case TemporalAccessor time -> time;
            default -> parsed(value.toString().strip().replaceFirst(" ", "T"));
        };
    }

    private static TemporalAccessor parsed(String text) {
        if (text.length() == 10) {
            return LocalDate.parse(text);
        }
        try {
            return OffsetDateTime.parse(text).toInstant();
        } catch (DateTimeException withoutOffset) {
            return LocalDateTime.parse(text);
        }
    }
}
