package si.vpogled.connector.extract;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import si.vpogled.connector.definition.ConnectorDefinition.FieldType;

class FieldValueTest {
    static Stream<Arguments> values() {
        return Stream.of(
                Arguments.of(FieldType.TEXT, 7L, "7"),
                Arguments.of(FieldType.TEXT, new BigDecimal("1E+3"), "1000"),
                Arguments.of(FieldType.INTEGER, 7L, BigInteger.valueOf(7)),
                Arguments.of(FieldType.INTEGER, " 7 ", BigInteger.valueOf(7)),
                Arguments.of(FieldType.INTEGER, new BigDecimal("7.00"), BigInteger.valueOf(7)),
                Arguments.of(FieldType.INTEGER, "seven", "seven"),
                Arguments.of(FieldType.INTEGER, new BigDecimal("7.5"), "7.5"),
                Arguments.of(FieldType.DECIMAL, new BigDecimal("12.50"), "12.50"),
                Arguments.of(FieldType.DECIMAL, 0.1, "0.1"),
                Arguments.of(FieldType.BOOLEAN, 1L, true),
                Arguments.of(FieldType.BOOLEAN, "ne", false),
                Arguments.of(FieldType.BOOLEAN, "perhaps", "perhaps"),
                Arguments.of(FieldType.DATE, LocalDate.of(2026, 1, 31), "2026-01-31"),
                Arguments.of(FieldType.DATE, LocalDateTime.of(2026, 1, 31, 23, 59), "2026-01-31"),
                Arguments.of(FieldType.DATE, "2026-01-31 10:00:00", "2026-01-31"),
                Arguments.of(FieldType.DATE, "2026-01-31T10:00:00Z", "2026-01-31"),
                Arguments.of(FieldType.DATE, "0000-00-00", "0000-00-00"),
                Arguments.of(FieldType.TIME, Instant.EPOCH, "1970-01-01T00:00:00Z"),
                Arguments.of(FieldType.TIME, OffsetDateTime.parse("2026-01-31T10:00:00+01:00"), "2026-01-31T09:00:00Z"),
                Arguments.of(FieldType.TIME, LocalDateTime.of(2026, 1, 31, 10, 0), "2026-01-31T10:00:00"),
                Arguments.of(FieldType.TIME, "2026-01-31 10:00:30", "2026-01-31T10:00:30"),
                Arguments.of(FieldType.TIME, "yesterday", "yesterday"));
    }

    @ParameterizedTest
    @MethodSource("values")
    void isWrittenByItsTypeOrAsItWasFound(FieldType type, Object value, Object written) {
        assertThat(FieldValue.of(type, value)).isEqualTo(written);
    }

    @ParameterizedTest
    @CsvSource({
        "=1+1, '''=1+1'",
        "@sum, '''@sum'",
        "-cmd|x, '''-cmd|x'",
        "-17, -17",
        "'-1.250,00', '-1.250,00'",
        "+38640123456, +38640123456",
        "+386 40 123 456, '''+386 40 123 456'",
        "plain, plain",
        "'', ''",
    })
    void noCellStartsAFormula(String text, String cell) {
        assertThat(CsvCell.of(text)).isEqualTo(cell);
    }
}
