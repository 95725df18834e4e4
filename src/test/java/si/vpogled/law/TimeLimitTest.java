package si.vpogled.law;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TimeLimitTest {
    private static final WorkingDays DAYS = new WorkingDays(List.of());

    @ParameterizedTest
    @CsvSource({
        "2026-01-31, 2026-03-02, 2026-04-30",
        "2026-03-06, 2026-04-07, 2026-06-08",
        "2026-03-27, 2026-04-28, 2026-06-29",
        "2026-04-01, 2026-05-04, 2026-07-01",
        "2026-11-25, 2026-12-28, 2027-02-25",
        "2026-11-30, 2026-12-30, 2027-03-01"
    })
    void gdprArt12_3_oneMonthAfterReceiptAndThreeWhereExtended(LocalDate received, LocalDate due, LocalDate extended) {
        assertThat(limit(received).due()).isEqualTo(due);
        assertThat(limit(received).extended(noon(received), DAYS).due()).isEqualTo(extended);
        assertThat(TimeLimit.of(received, true, DAYS).due()).isEqualTo(extended);
    }

    @Test
    void gdprArt12_3_theDayOfReceiptIsTheOneInLjubljana() {
        assertThat(TimeLimit.ofReceipt(Instant.parse("2026-01-14T22:59:59Z"), DAYS)
                        .received())
                .isEqualTo("2026-01-14");
        assertThat(TimeLimit.ofReceipt(Instant.parse("2026-01-14T23:00:00Z"), DAYS)
                        .received())
                .isEqualTo("2026-01-15");
        assertThat(TimeLimit.ofReceipt(Instant.parse("2026-07-14T22:00:00Z"), DAYS)
                        .received())
                .isEqualTo("2026-07-15");
    }

    @Test
    void regulation1182_71Art3_2c_aShorterMonthEndsThePeriodOnItsLastDay() {
        assertThat(limit(LocalDate.of(2028, 1, 31)).nominal()).isEqualTo("2028-02-29");
        assertThat(limit(LocalDate.of(2027, 1, 31)).nominal()).isEqualTo("2027-02-28");
    }

    @Test
    void regulation1182_71Art3_4_theLimitEndsWithTheLastHourOfTheNextWorkingDay() {
        TimeLimit limit = limit(LocalDate.of(2026, 1, 31));

        assertThat(limit.end()).isEqualTo("2026-03-02T23:00:00Z");
        assertThat(limit.isOver(Instant.parse("2026-03-02T22:59:59Z"))).isFalse();
        assertThat(limit.isOver(Instant.parse("2026-03-02T23:00:00Z"))).isTrue();
    }

    @Test
    void regulation1182_71Art3_4_aDayThatTheOperatorAddsMovesTheEnd() {
        WorkingDays days = new WorkingDays(List.of(LocalDate.of(2026, 3, 2)));
        TimeLimit limit = TimeLimit.of(LocalDate.of(2026, 2, 2), false, days);

        assertThat(limit.due()).isEqualTo("2026-03-03");
        assertThat(limit.explanation().en())
                .endsWith("as that day is a work-free day, it ends on the next working" + " day, 3 March 2026.");
    }

    @Test
    void gdprArt12_3_extensionIsPossibleOnlyOnce() {
        TimeLimit extended = TimeLimit.of(LocalDate.of(2026, 3, 6), true, DAYS);
        Instant now = noon(LocalDate.of(2026, 3, 10));

        assertThat(extended.whyNotExtensible(now))
                .hasValueSatisfying(reason -> assertThat(reason.en()).contains("only once"));
        assertThatThrownBy(() -> extended.extended(now, DAYS)).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void gdprArt12_3_extensionIsPossibleOnlyWithinTheFirstMonth() {
        TimeLimit limit = limit(LocalDate.of(2026, 1, 31));

        assertThat(limit.whyNotExtensible(limit.end().minusSeconds(1))).isEmpty();
        assertThat(limit.whyNotExtensible(limit.end()))
                .hasValueSatisfying(reason -> assertThat(reason.sl()).contains("potekel 2. 3. 2026"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            2026-05-06 | false | Zahtevo smo prejeli 6. 5. 2026. Enomesečni rok bi potekel 6. 6. 2026, ker pa je takrat sobota, poteče naslednji delovni dan, 8. 6. 2026.
            2026-03-27 | false | Zahtevo smo prejeli 27. 3. 2026. Enomesečni rok bi potekel 27. 4. 2026, ker pa je takrat dan upora proti okupatorju, poteče naslednji delovni dan, 28. 4. 2026.
            2026-03-10 | false | Zahtevo smo prejeli 10. 3. 2026. Enomesečni rok poteče 10. 4. 2026.
            2026-01-31 | true  | Zahtevo smo prejeli 31. 1. 2026. Na tri mesece podaljšani rok poteče 30. 4. 2026 (ta mesec nima 31. dne).
            """)
    void everyDateExplainsItselfInSlovenian(LocalDate received, boolean extended, String explanation) {
        assertThat(TimeLimit.of(received, extended, DAYS).explanation().sl()).isEqualTo(explanation);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            2026-01-31 | false | We received the request on 31 January 2026. The period of one month would end on 28 February 2026 (that month has no 31st), but as that day is a Saturday, it ends on the next working day, 2 March 2026.
            2026-04-01 | false | We received the request on 1 April 2026. The period of one month would end on 1 May 2026, but as that day is the Labour Day holiday, it ends on the next working day, 4 May 2026.
            2026-03-06 | true  | We received the request on 6 March 2026. The period, extended to three months, would end on 6 June 2026, but as that day is a Saturday, it ends on the next working day, 8 June 2026.
            2026-03-10 | false | We received the request on 10 March 2026. The period of one month ends on 10 April 2026.
            """)
    void everyDateExplainsItselfInEnglish(LocalDate received, boolean extended, String explanation) {
        assertThat(TimeLimit.of(received, extended, DAYS).explanation().en()).isEqualTo(explanation);
    }

    private static TimeLimit limit(LocalDate received) {
        return TimeLimit.ofReceipt(noon(received), DAYS);
    }

    private static Instant noon(LocalDate day) {
        return day.atTime(12, 0).atZone(TimeLimit.ZONE).toInstant();
    }
}
