package si.vpogled.law;

import de.focus_shift.jollyday.core.Holiday;
import de.focus_shift.jollyday.core.HolidayManager;
import de.focus_shift.jollyday.core.ManagerParameters;
import java.time.LocalDate;
import java.time.Year;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/**
 * The Slovenian calendar of working days: no Saturday, no Sunday, no work-free day. Holidays that are not work-free
 * are working days, and a work-free day at a weekend does not move. Safe for use by many threads.
 */
public final class WorkingDays {
    private final HolidayManager calendar = HolidayManager.getInstance(ManagerParameters.create("si"));
    private final Map<Integer, Map<LocalDate, DayOff>> holidays = new ConcurrentHashMap<>();
    private final Map<LocalDate, DayOff> extra;

    /**
     * @param extra work-free days of one year only, proclaimed by law or government (as 14 August 2023 was), which
     *     the calendar does not know yet
     */
    public WorkingDays(Collection<LocalDate> extra) {
        this.extra = extra.stream()
                .distinct()
                .collect(Collectors.toUnmodifiableMap(day -> day, day -> new DayOff(day, DayOff.WORK_FREE)));
    }

    public boolean isWorkingDay(LocalDate day) {
        return dayOff(day).isEmpty();
    }

    /** Why a day is no working day: the holiday's name where it is one, else the day of the week. */
    public Optional<DayOff> dayOff(LocalDate day) {
        return Optional.ofNullable(holidays.computeIfAbsent(day.getYear(), this::holidaysOf)
                        .get(day))
                .or(() -> Optional.ofNullable(extra.get(day)))
                .or(() -> DayOff.weekend(day));
    }

    /** The day itself where it is a working day, else the first one after it. */
    public LocalDate sameOrNext(LocalDate day) {
        LocalDate next = day;
        while (!isWorkingDay(next)) {
            next = next.plusDays(1);
        }
        return next;
    }

    private Map<LocalDate, DayOff> holidaysOf(int year) {
        return calendar.getHolidays(Year.of(year)).stream()
                .collect(Collectors.toUnmodifiableMap(
                        Holiday::getDate,
                        day -> DayOff.holiday(day.getDate(), day.getPropertiesKey()),
                        (one, _) -> one));
    }
}
