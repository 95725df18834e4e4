package si.vpogled.law;

import java.time.LocalDate;
import si.vpogled.text.Text;
import si.vpogled.text.Texts;

/** Says in words how a time limit was counted. */
record TimeLimitExplanation(TimeLimit limit) {
    private static final Texts TEXTS = Texts.of("law");
    private static final int LONGEST = 31;

    Text text() {
        Text period = limit.isExtended() ? TEXTS.text("limit.period-extended") : TEXTS.text("limit.period");
        Text received = Text.of(limit.received());
        return limit.again()
                ? TEXTS.text("limit.explanation-again", received, period, end())
                : TEXTS.text("limit.explanation", received, period, end());
    }

    private Text end() {
        return limit.moved()
                .map(off -> TEXTS.text("limit.moved", nominal(), off.name(), Text.of(limit.due())))
                .orElseGet(() -> TEXTS.text("limit.ends", nominal()));
    }

    /** With why, where the last month is too short for the day of receipt. */
    private Text nominal() {
        int day = limit.received().getDayOfMonth();
        LocalDate nominal = limit.nominal();
        if (day == nominal.getDayOfMonth()) {
            return Text.of(nominal);
        }
        return day == LONGEST
                ? TEXTS.text("limit.no-31st", Text.of(nominal))
                : TEXTS.text("limit.no-such-day", Text.of(nominal), day);
    }
}
