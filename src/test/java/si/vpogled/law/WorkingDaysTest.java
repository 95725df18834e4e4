package si.vpogled.law;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WorkingDaysTest {
    private static final WorkingDays DAYS = new WorkingDays(List.of());

    @Test
    void theWorkFreeDaysOf2027AreThoseOfTheStatute() {
        List<LocalDate> holidays = LocalDate.of(2027, 1, 1)
                .datesUntil(LocalDate.of(2028, 1, 1))
                .filter(day -> DAYS.dayOff(day)
                        .filter(off -> !off.name().en().startsWith("a S"))
                        .isPresent())
                .toList();

        assertThat(holidays)
                .extracting(LocalDate::toString)
                .containsExactly(
                        "2027-01-01",
                        "2027-01-02",
                        "2027-02-08",
                        "2027-03-28",
                        "2027-03-29",
                        "2027-04-27",
                        "2027-05-01",
                        "2027-05-02",
                        "2027-05-16",
                        "2027-06-25",
                        "2027-08-15",
                        "2027-10-31",
                        "2027-11-01",
                        "2027-12-25",
                        "2027-12-26");
    }

    @Test
    void aWorkFreeDayAtAWeekendDoesNotMove() {
        assertThat(LocalDate.of(2026, 8, 15).getDayOfWeek()).isEqualTo(DayOfWeek.SATURDAY);
        assertThat(DAYS.isWorkingDay(LocalDate.of(2026, 8, 17))).isTrue();
    }

    @Test
    void stateHolidaysThatAreNotWorkFreeAreWorkingDays() {
        // Primož Trubar, Rudolf Maister: 8 June and 23 November
        assertThat(DAYS.isWorkingDay(LocalDate.of(2026, 6, 8))).isTrue();
        assertThat(DAYS.isWorkingDay(LocalDate.of(2026, 11, 23))).isTrue();
    }

    @Test
    void oneOffDaysAreKnownOrAdded() {
        LocalDate added = LocalDate.of(2026, 9, 7);

        assertThat(DAYS.isWorkingDay(LocalDate.of(2023, 8, 14))).isFalse();
        assertThat(DAYS.isWorkingDay(added)).isTrue();
        assertThat(new WorkingDays(List.of(added, added)).dayOff(added)).contains(new DayOff(added, DayOff.WORK_FREE));
    }

    @ParameterizedTest
    @CsvSource({
        "2026-01-02, novo leto, the New Year holiday",
        "2026-02-08, Prešernov dan, Prešeren Day",
        "2026-04-05, velika noč, Easter Sunday",
        "2026-04-06, velikonočni ponedeljek, Easter Monday",
        "2026-05-24, binkoštna nedelja, Pentecost Sunday",
        "2026-06-25, dan državnosti, Statehood Day",
        "2026-12-26, dan samostojnosti in enotnosti, Independence and Unity Day",
        "2026-03-07, sobota, a Saturday",
        "2026-03-08, nedelja, a Sunday"
    })
    void aDayOffSaysWhy(LocalDate day, String sl, String en) {
        assertThat(DAYS.dayOff(day)).hasValueSatisfying(off -> {
            assertThat(off.name().sl()).isEqualTo(sl);
            assertThat(off.name().en()).isEqualTo(en);
        });
    }
}
