package si.vpogled.law;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** What holds of every day of receipt (Regulation 1182/71 Art. 3). */
class TimeLimitPropertyTest {
    private static final WorkingDays DAYS = new WorkingDays(List.of(LocalDate.of(2029, 9, 3)));

    @Property
    void theLimitNeverEndsOnADayThatIsNoWorkingDay(@ForAll("days") LocalDate received, @ForAll boolean extended) {
        assertThat(DAYS.isWorkingDay(TimeLimit.of(received, extended, DAYS).due()))
                .isTrue();
    }

    @Property
    void theLimitNeverEndsBeforeItsNominalDayAndMovesOnlyOverDaysOff(
            @ForAll("days") LocalDate received, @ForAll boolean extended) {
        TimeLimit limit = TimeLimit.of(received, extended, DAYS);

        assertThat(limit.due()).isAfterOrEqualTo(limit.nominal());
        assertThat(limit.nominal().datesUntil(limit.due())).noneMatch(DAYS::isWorkingDay);
        assertThat(limit.moved().isPresent()).isEqualTo(!limit.due().equals(limit.nominal()));
    }

    @Property
    void theNominalDayHasTheSameNumberOrIsTheLastOfItsMonth(
            @ForAll("days") LocalDate received, @ForAll boolean extended) {
        LocalDate nominal = TimeLimit.of(received, extended, DAYS).nominal();

        assertThat(nominal.getDayOfMonth() == received.getDayOfMonth()
                        || nominal.getDayOfMonth() == nominal.lengthOfMonth())
                .isTrue();
        assertThat(nominal.getMonthValue())
                .isEqualTo(received.plusMonths(extended ? 3 : 1).getMonthValue());
    }

    @Property
    void aLaterReceiptIsNeverDueEarlier(@ForAll("days") LocalDate received, @ForAll boolean extended) {
        assertThat(TimeLimit.of(received.plusDays(1), extended, DAYS).due())
                .isAfterOrEqualTo(TimeLimit.of(received, extended, DAYS).due());
    }

    @Property
    void theExplanationNamesReceiptAndEnd(@ForAll("days") LocalDate received) {
        TimeLimit limit = TimeLimit.of(received, false, DAYS);
        LocalDate due = limit.due();

        assertThat(limit.explanation().sl())
                .contains(" " + due.getDayOfMonth() + ". " + due.getMonthValue() + ". " + due.getYear())
                .doesNotContain("\n");
    }

    @Provide
    Arbitrary<LocalDate> days() {
        return Arbitraries.longs()
                .between(
                        LocalDate.of(2018, 5, 25).toEpochDay(),
                        LocalDate.of(2060, 12, 31).toEpochDay())
                .map(LocalDate::ofEpochDay);
    }
}
