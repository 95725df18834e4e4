package si.vpogled.bundle.information;

import java.util.List;
import si.vpogled.inventory.Item;
import si.vpogled.law.Remedies;
import si.vpogled.text.Text;

/** What is said to everybody alike. */
final class InformationTexts {
    static final List<Information.Right> RIGHTS = List.of(
            right(
                    "16",
                    "Popravek netočnih in dopolnitev nepopolnih podatkov.",
                    "Rectification of inaccurate data and completion of incomplete data."),
            right(
                    "17",
                    "Izbris podatkov, kadar jih ne potrebujemo več in hrambe ne nalaga zakon.",
                    "Erasure of data that is no longer needed and that no statute obliges us to keep."),
            right(
                    "18",
                    "Omejitev obdelave, na primer dokler se preverja točnost podatkov.",
                    "Restriction of processing, for instance while the accuracy of data is checked."),
            right(
                    "20",
                    "Prenos podatkov, ki ste jih posredovali, k drugemu upravljavcu.",
                    "Taking the data that you provided to another controller."),
            right(
                    "21",
                    "Ugovor zoper obdelavo, ki temelji na zakonitem interesu.",
                    "Objection to processing that rests on a legitimate interest."));

    static final Information.Complaint COMPLAINT = new Information.Complaint(
            "Informacijski pooblaščenec",
            "Dunajska cesta 22, 1000 Ljubljana",
            "gp.ip@ip-rs.si",
            "+386 1 230 97 30",
            "https://www.ip-rs.si",
            Remedies.COMPLAINT_DAYS,
            Remedies.COMPLAINT,
            Remedies.COURT);

    static final Text NO_AUTOMATED_DECISIONS = new Text(
            "O vas ne sprejemamo odločitev, ki bi temeljile zgolj na avtomatizirani obdelavi, in vas ne profiliramo"
                    + " (22. člen Splošne uredbe).",
            "No decision about you rests on automated processing alone, and you are not profiled (GDPR Art. 22).");

    static final Text NO_TRANSFERS = new Text(
            "Vaših podatkov ne prenašamo iz Evropskega gospodarskega prostora ali mednarodnim organizacijam.",
            "Your data is not transferred outside the European Economic Area or to international organisations.");

    static final Text TRANSFERS = new Text(
            "Navedeni uporabniki so zunaj Evropskega gospodarskega prostora. Podatke prejmejo le ob zaščitnih ukrepih iz"
                    + " 46. člena Splošne uredbe ali v državo z ustrezno ravnjo varstva (45. člen); kopijo ukrepov dobite"
                    + " pri pooblaščeni osebi za varstvo podatkov.",
            "The recipients named are outside the European Economic Area. They receive data only under the safeguards"
                    + " of GDPR Art. 46 or in a country with adequate protection (Art. 45); the data protection officer"
                    + " gives you a copy of the safeguards.");

    private InformationTexts() {}

    static Text source(Item.Origin origin) {
        return switch (origin) {
            case PROVIDED -> new Text("posredovali ste ga vi", "provided by you");
            case OBSERVED -> new Text("nastal je ob vaši uporabi storitve", "recorded when you used the service");
            case DERIVED -> new Text("izpeljan je iz drugih podatkov", "derived from other data");
        };
    }

    static Text article(String letter) {
        return new Text("6. člen (1)(" + letter + ") Splošne uredbe", "GDPR Art. 6(1)(" + letter + ")");
    }

    private static Information.Right right(String article, String sl, String en) {
        return new Information.Right(
                new Text(article + ". člen Splošne uredbe", "GDPR Art. " + article), new Text(sl, en));
    }
}
