package si.vpogled.web.words;

import si.vpogled.connector.FaultKind;
import si.vpogled.text.Text;

/** What a fault means, and what staff can do about it. */
public final class FaultWords {
    private FaultWords() {}

    public static Text label(FaultKind kind) {
        return switch (kind) {
            case MISCONFIGURED -> new Text("napačna nastavitev", "misconfigured");
            case UNAVAILABLE -> new Text("ni dosegljivo", "unavailable");
            case REFUSED -> new Text("zavrnjeno", "refused");
            case DEFECT -> new Text("napaka", "defect");
        };
    }

    public static Text advice(FaultKind kind) {
        return switch (kind) {
            case MISCONFIGURED ->
                new Text(
                        "Prosite upravljavca, naj popravi nastavitve vira, nato ga vprašajte znova.",
                        "Ask an operator to correct the source's settings, then ask it again.");
            case UNAVAILABLE ->
                new Text(
                        "Počakajte, da bo vir spet dosegljiv, in ga vprašajte znova, ali pa izročite delni odgovor.",
                        "Wait until the source can be reached and ask it again, or release an answer in part.");
            case REFUSED ->
                new Text(
                        "Prosite skrbnika vira, naj dovoli branje, ali upravljavca, naj poveča mejo, nato vprašajte"
                                + " znova.",
                        "Ask the source's owner to allow reading, or an operator to raise the limit; then ask again.");
            case DEFECT ->
                new Text(
                        "Sporočite upravljavcu, da je vir odgovoril nepričakovano. Po popravku ga vprašajte znova.",
                        "Tell an operator that the source answered in an unexpected way. Ask it again after the repair.");
        };
    }

    /** What to do after a test, where no case waits. */
    public static Text adviceAfterTest(FaultKind kind) {
        return switch (kind) {
            case MISCONFIGURED ->
                new Text(
                        "Upravljavec naj popravi, kar je našteto, v nastavitvah vira ali v viru samem. Potem preizkusite"
                                + " znova.",
                        "An operator corrects what is told here, in the source's settings or in the source itself. Then"
                                + " test again.");
            case UNAVAILABLE ->
                new Text(
                        "Preverite, ali vir teče in ali je do njega mogoče priti po omrežju. Potem preizkusite znova.",
                        "Check that the source runs and that the network leads to it. Then test again.");
            case REFUSED ->
                new Text(
                        "Prosite skrbnika vira, naj našemu uporabniku dovoli branje. Potem preizkusite znova.",
                        "Ask the source's owner to let our user read it. Then test again.");
            case DEFECT ->
                new Text(
                        "Vir odgovarja drugače, kot bi moral. Sporočite upravljavcu; morda je na tem naslovu nekaj drugega.",
                        "The source answers other than it should. Tell an operator; something else may be at this address.");
        };
    }

    /** What to do while it is tried again by itself. */
    public static Text adviceWhileRetried() {
        return new Text(
                "Ni treba storiti ničesar: samodejno poskusimo znova. Če traja predolgo, preizkusite vir na strani Viri.",
                "Nothing needs to be done: it is tried again by itself. If it takes too long, test the source on the page"
                        + " Sources.");
    }
}
