package si.vpogled.law;

import java.time.LocalDate;
import java.util.List;
import si.vpogled.text.Text;
import si.vpogled.text.Texts;

/** What a subject can do against an answer; stands in every refusal, whole or partial (GDPR Art. 12(4)). */
public final class Remedies {
    /** Days for the complaint, from receipt of the decision (ZVOP-2 Art. 14(2)). */
    public static final int COMPLAINT_DAYS = 15;

    private static final Texts TEXTS = Texts.of("law");

    /** The complaint to the supervisory authority. */
    public static final Text COMPLAINT = TEXTS.text("remedies.complaint");

    /** The way to court. */
    public static final Text COURT = TEXTS.text("remedies.court");

    private Remedies() {}

    /** Both, as the closing paragraph of a refusal. */
    public static Text text() {
        return Text.joined(" ", List.of(COMPLAINT, COURT));
    }

    /** The last day for the complaint; until then what was refused stays frozen (ZVOP-2 Art. 21(1)). */
    public static LocalDate lastDayToComplain(LocalDate decisionReceived, WorkingDays days) {
        return days.sameOrNext(decisionReceived.plusDays(COMPLAINT_DAYS));
    }
}
