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
}
