package si.vpogled.law;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;
import si.vpogled.text.Text;
import si.vpogled.text.Texts;

/**
 * A day that is no working day, and why.
 *
 * @param name completes "that day is …" and "takrat je …"
 */
public record DayOff(LocalDate day, Text name) {
    private static final Texts TEXTS = Texts.of("law");

    static final Text WORK_FREE = TEXTS.text("day-off.work-free");

    private static final Text SATURDAY = TEXTS.text("day-off.saturday");
    private static final Text SUNDAY = TEXTS.text("day-off.sunday");

    /**
     * A work-free day of the calendar.
     *
     * @param calendarKey under which the calendar has it; its last part names it
     */
    static DayOff holiday(LocalDate day, String calendarKey) {
        String key = calendarKey
                .substring(calendarKey.lastIndexOf('.') + 1)
                .toLowerCase(Locale.ROOT)
                .replace('_', '-');
        return new DayOff(day, TEXTS.keys().contains("holiday." + key) ? TEXTS.text("holiday." + key) : WORK_FREE);
    }

    static Optional<DayOff> weekend(LocalDate day) {
        if (day.getDayOfWeek() == DayOfWeek.SATURDAY) {
            return Optional.of(new DayOff(day, SATURDAY));
        }
        return day.getDayOfWeek() == DayOfWeek.SUNDAY ? Optional.of(new DayOff(day, SUNDAY)) : Optional.empty();
    }
}
