package si.vpogled.bundle.information;

import java.util.List;
import si.vpogled.inventory.Item;
import si.vpogled.law.Remedies;
import si.vpogled.text.Text;
import si.vpogled.text.Texts;

/** What is said to everybody alike. */
final class InformationTexts {
    private static final Texts TEXTS = Texts.of("bundle");

    private static final Information.Right ACCESS = right("15", TEXTS.text("information.right.15"));
    private static final Information.Right RECTIFICATION = right("16", TEXTS.text("information.right.16"));
    private static final Information.Right ERASURE = right("17", TEXTS.text("information.right.17"));
    private static final Information.Right RESTRICTION = right("18", TEXTS.text("information.right.18"));
    private static final Information.Right PORTABILITY = right("20", TEXTS.text("information.right.20"));
    private static final Information.Right OBJECTION = right("21", TEXTS.text("information.right.21"));

    static final List<Information.Right> RIGHTS = List.of(RECTIFICATION, ERASURE, RESTRICTION, PORTABILITY, OBJECTION);

    /** That access brings more, first. */
    static final List<Information.Right> RIGHTS_BESIDE_PORTABILITY =
            List.of(ACCESS, RECTIFICATION, ERASURE, RESTRICTION, OBJECTION);

    static final Text PORTABILITY_SCOPE = TEXTS.text("information.portability.scope");

    static final Text PORTABILITY_FORMATS = TEXTS.text("information.portability.formats");

    static final Text PORTABILITY_TRANSMISSION = TEXTS.text("information.portability.transmission");

    static final Information.Complaint COMPLAINT = new Information.Complaint(
            TEXTS.text("information.authority").sl(),
            "Dunajska cesta 22, 1000 Ljubljana",
            "gp.ip@ip-rs.si",
            "+386 1 230 97 30",
            "https://www.ip-rs.si",
            Remedies.COMPLAINT_DAYS,
            Remedies.COMPLAINT,
            Remedies.COURT);

    static final Text NO_AUTOMATED_DECISIONS = TEXTS.text("information.no-automated-decisions");

    static final Text NO_TRANSFERS = TEXTS.text("information.no-transfers");

    static final Text TRANSFERS = TEXTS.text("information.transfers");

    private InformationTexts() {}

    /** As far as it is known (GDPR Art. 15(1)(g)). */
    static Text source(Item item) {
        return item.source().orElseGet(() -> switch (item.origin()) {
            case PROVIDED -> TEXTS.text("information.provided");
            case OBSERVED -> TEXTS.text("information.observed");
            case DERIVED -> TEXTS.text("information.derived");
        });
    }

    static Text article(String letter) {
        return TEXTS.text("information.basis", letter);
    }

    private static Information.Right right(String article, Text text) {
        return new Information.Right(TEXTS.text("information.right", article), text);
    }
}
