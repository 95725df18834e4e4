package si.vpogled.web.console;

import java.time.InstantSource;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import si.vpogled.request.Limits;
import si.vpogled.request.RequestCase;
import si.vpogled.web.page.CountMessages;
import si.vpogled.web.page.Page;

/**
 * By when a case must be answered, and how long that is.
 *
 * @param words days left or late; empty once it is answered
 */
record Due(LocalDate on, boolean overdue, String words) {
    static Due of(RequestCase request, Page page, InstantSource clock) {
        return request.isAnswered()
                ? new Due(request.dueOn(), false, "")
                : open(request.dueOn(), ChronoUnit.DAYS.between(Limits.day(clock.instant()), request.dueOn()), page);
    }

    private static Due open(LocalDate on, long left, Page page) {
        QueueMessages messages = page.messages(QueueMessages.class);
        CountMessages nouns = page.messages(CountMessages.class);
        if (left == 0) {
            return new Due(on, false, messages.dueToday());
        }
        return left > 0
                ? new Due(on, false, messages.daysLeft(page.counted(left, nouns.days())))
                : new Due(on, true, messages.overdue(page.counted(-left, nouns.forDays())));
    }
}
