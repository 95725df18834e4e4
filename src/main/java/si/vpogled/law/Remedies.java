package si.vpogled.law;

import java.time.LocalDate;
import si.vpogled.text.Text;

/** What a subject can do against an answer; stands in every refusal, whole or partial (GDPR Art. 12(4)). */
public final class Remedies {
    /** Days for the complaint, from receipt of the decision (ZVOP-2 Art. 14(2)). */
    public static final int COMPLAINT_DAYS = 15;

    /** The complaint to the supervisory authority. */
    public static final Text COMPLAINT = new Text(
            "Pritožbo lahko v 15 dneh od prejema te odločitve vložite pri Informacijskem pooblaščencu, Dunajska cesta"
                    + " 22, 1000 Ljubljana, gp.ip@ip-rs.si (14. člen (2) ZVOP-2, 77. člen Splošne uredbe).",
            "You can lodge a complaint with the Information Commissioner (Informacijski pooblaščenec), Dunajska cesta"
                    + " 22, 1000 Ljubljana, Slovenia, gp.ip@ip-rs.si, within 15 days of receiving this decision"
                    + " (ZVOP-2 Art. 14(2), GDPR Art. 77).");

    /** The way to court. */
    public static final Text COURT = new Text(
            "Ne glede na pritožbo lahko zahtevate tudi sodno varstvo pred pristojnim sodiščem (79. člen Splošne"
                    + " uredbe).",
            "Whether or not you complain, you can also bring the matter before the competent court (GDPR Art. 79).");

    private Remedies() {}

    /** Both, as the closing paragraph of a refusal. */
    public static Text text() {
        return new Text(COMPLAINT.sl() + " " + COURT.sl(), COMPLAINT.en() + " " + COURT.en());
    }

    /** The last day for the complaint; until then what was refused stays frozen (ZVOP-2 Art. 21(1)). */
    public static LocalDate lastDayToComplain(LocalDate decisionReceived, WorkingDays days) {
        return days.sameOrNext(decisionReceived.plusDays(COMPLAINT_DAYS));
    }
}
