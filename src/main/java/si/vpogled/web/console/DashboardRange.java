package si.vpogled.web.console;

import jakarta.ws.rs.QueryParam;
import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import si.vpogled.request.Days;
import si.vpogled.web.page.CountMessages;
import si.vpogled.web.page.Errors;
import si.vpogled.web.page.FieldError;
import si.vpogled.web.page.Page;

/** The days that the dashboard is about, as they stand in the address. */
public class DashboardRange {
    private static final int WEEKS = 13;
    private static final int LONGEST = 20;
    private static final Pattern DAY = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");

    @QueryParam("from")
    String from;

    @QueryParam("to")
    String to;

    /**
     * What came of the address.
     *
     * @param days those asked for; the last quarter where none are, or where they make no sense
     * @param from as written, where it makes no sense
     */
    record Asked(Days days, String from, String to, Errors errors) {}

    Asked asked(LocalDate today, Page page) {
        Days usual = weeks(WEEKS, today);
        if (written(from).isEmpty() && written(to).isEmpty()) {
            return new Asked(usual, usual.from().toString(), usual.to().toString(), Errors.NONE);
        }
        List<FieldError> errors = errors(today, page);
        return new Asked(
                errors.isEmpty() ? new Days(day(from).orElseThrow(), day(to).orElseThrow()) : usual,
                written(from),
                written(to),
                new Errors(errors));
    }

    /** Whole weeks, the running one being the last. */
    static Days weeks(int weeks, LocalDate today) {
        LocalDate monday = today.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
        return new Days(monday.minusWeeks(weeks - 1L), today);
    }

    private List<FieldError> errors(LocalDate today, Page page) {
        DashboardMessages messages = page.messages(DashboardMessages.class);
        List<FieldError> errors = new ArrayList<>();
        Optional<LocalDate> first = day(from);
        Optional<LocalDate> last = day(to);
        if (first.isEmpty()) {
            errors.add(new FieldError("from", messages.needFrom()));
        }
        if (last.isEmpty()) {
            errors.add(new FieldError("to", messages.needTo()));
        } else if (last.get().isAfter(today)) {
            errors.add(new FieldError("to", messages.toAhead()));
        }
        if (errors.isEmpty() && last.get().isBefore(first.get())) {
            errors.add(new FieldError("to", messages.toBeforeFrom()));
        } else if (errors.isEmpty() && Days.count(first.get(), last.get()) > Days.MOST) {
            String most =
                    page.counted(Days.MOST, page.messages(CountMessages.class).forDays());
            errors.add(new FieldError("from", messages.tooMany(most)));
        }
        return errors;
    }

    private static Optional<LocalDate> day(String text) {
        try {
            return Optional.ofNullable(text)
                    .map(String::strip)
                    .filter(written -> DAY.matcher(written).matches())
                    .map(LocalDate::parse);
        } catch (DateTimeException _) {
            return Optional.empty();
        }
    }

    private static String written(String text) {
        return text == null || text.length() > LONGEST ? "" : text.strip();
    }
}
