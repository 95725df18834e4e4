package si.vpogled.law;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;
import si.vpogled.text.Text;
import si.vpogled.text.Texts;

/**
 * The day by which a request must be answered (GDPR Art. 12(3)), counted as Regulation (EEC, Euratom) 1182/71 says: the
 * day of receipt does not count (Art. 3(1)); the period ends on the day of the last month with the same number, or on
 * that month's last day where it has no such day (Art. 3(2)(c)); where that is no working day, it ends with the next
 * one (Art. 3(4)).
 *
 * @param received the calendar day of receipt in Slovenia
 * @param again whether that is the day on which further data arrived that let the subject be identified (Art. 11(2),
 *     12(2)), after a refusal for want of them
 * @param months 1, or 3 where it was extended; both count from receipt
 * @param nominal the last day before working days are looked at
 * @param moved why the last day is not the nominal one, empty where it is
 * @param due the last day; the answer is late from the midnight that ends it
 */
public record TimeLimit(
        LocalDate received, boolean again, int months, LocalDate nominal, Optional<DayOff> moved, LocalDate due) {
    public static final ZoneId ZONE = ZoneId.of("Europe/Ljubljana");

    private static final Texts TEXTS = Texts.of("law");
    private static final int REGULAR = 1;
    private static final int EXTENDED = 3;

    /** One month after receipt. */
    public static TimeLimit ofReceipt(Instant received, WorkingDays days) {
        return of(LocalDate.ofInstant(received, ZONE), false, REGULAR, days);
    }

    /** The same where it counts from the day on which further data arrived. */
    public TimeLimit counted(boolean anew) {
        return new TimeLimit(received, anew, months, nominal, moved, due);
    }

    /** As once computed: for a limit that is kept as the day of receipt and whether it was extended. */
    public static TimeLimit of(LocalDate received, boolean extended, WorkingDays days) {
        return of(received, false, extended ? EXTENDED : REGULAR, days);
    }

    private static TimeLimit of(LocalDate received, boolean again, int months, WorkingDays days) {
        LocalDate nominal = received.plusMonths(months);
        return new TimeLimit(received, again, months, nominal, days.dayOff(nominal), days.sameOrNext(nominal));
    }

    /**
     * Two further months, counted from receipt and not from the first limit's moved end.
     *
     * @throws IllegalStateException where {@link #whyNotExtensible} has a reason
     */
    public TimeLimit extended(Instant now, WorkingDays days) {
        whyNotExtensible(now).ifPresent(reason -> {
            throw new IllegalStateException(reason.en());
        });
        return of(received, again, EXTENDED, days);
    }

    /** Extension is possible once, and only while the subject can still be told within the first month. */
    public Optional<Text> whyNotExtensible(Instant now) {
        if (isExtended()) {
            return Optional.of(TEXTS.text("limit.extended-already"));
        }
        if (isOver(now)) {
            return Optional.of(TEXTS.text("limit.too-late-to-extend", Text.of(due)));
        }
        return Optional.empty();
    }

    public boolean isExtended() {
        return months == EXTENDED;
    }

    public boolean isOver(Instant now) {
        return !now.isBefore(end());
    }

    /** The first instant at which the answer is late. */
    public Instant end() {
        return due.plusDays(1).atStartOfDay(ZONE).toInstant();
    }

    /** How the date came about, in one line. */
    public Text explanation() {
        return new TimeLimitExplanation(this).text();
    }
}
