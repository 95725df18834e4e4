package si.vpogled.web.words;

import java.util.Map;
import si.vpogled.law.RefusalGround;
import si.vpogled.request.State;
import si.vpogled.text.Text;

/** What a state is called, and what it means for the subject. */
public final class StateWords {
    /** By {@link State#key()}. */
    private static final Map<String, Text> LABELS = Map.of(
            "awaiting-confirmation", new Text("čaka na potrditev", "awaiting confirmation"),
            "awaiting-decision", new Text("čaka na odločitev", "awaiting decision"),
            "collecting", new Text("zbiranje podatkov", "collecting"),
            "in-review", new Text("pregled", "in review"),
            "assembling", new Text("sestavljanje odgovora", "assembling the answer"),
            "ready", new Text("pripravljeno za prenos", "ready to download"),
            "closed", new Text("zaključeno", "closed"));

    private StateWords() {}

    public static Text label(State state) {
        return label(state.key());
    }

    /**
     * @param key one of {@link State#KEYS}
     */
    public static Text label(String key) {
        return LABELS.get(key);
    }

    /** What happens now, for the subject. */
    public static Text explanation(State state) {
        return switch (state) {
            case State.AwaitingConfirmation _ ->
                new Text(
                        "Poslali smo vam sporočilo s povezavo. Zahtevo bomo obravnavali, ko jo potrdite.",
                        "We sent you a message with a link. We take the request up once you confirm it.");
            case State.AwaitingDecision _ ->
                new Text("Zahtevo smo prejeli in jo bomo pregledali.", "We have your request and are looking at it.");
            case State.Collecting _ ->
                new Text(
                        "Zahteva je sprejeta. Podatke zbiramo iz naših sistemov.",
                        "The request is accepted. We are collecting your data from our systems.");
            case State.InReview review ->
                review.supplement()
                        ? new Text("Pregledujemo dopolnitev odgovora.", "We are reviewing a supplement to the answer.")
                        : new Text(
                                "Podatki so zbrani. Pregledujemo jih, preden jih izročimo.",
                                "The data are collected. We review them before handing them over.");
            case State.Assembling _ ->
                new Text("Odgovor sestavljamo in podpisujemo.", "We are assembling and signing the answer.");
            case State.Ready ready ->
                ready.partial().isPresent()
                        ? new Text(
                                "Delni odgovor je pripravljen za prenos. Preostalo dodamo, ko odgovorijo manjkajoči viri.",
                                "An answer in part is ready to download. We add the rest when the missing sources answer.")
                        : new Text("Odgovor je pripravljen za prenos.", "The answer is ready to download.");
            case State.Closed closed -> ending(closed.ending());
        };
    }

    private static Text ending(State.Ending ending) {
        return switch (ending) {
            case State.Ending.Answered _ ->
                new Text(
                        "Na zahtevo smo odgovorili. Čas za prenos je potekel in naše kopije ni več.",
                        "The request was answered. The download period is over, and our copy is gone.");
            case State.Ending.AnsweredInPart part ->
                new Text(
                        "Na zahtevo smo odgovorili delno. Česar v odgovoru ni, ne moremo več pridobiti. "
                                + part.reason(),
                        "The request was answered in part. What the answer lacks cannot be had any more. "
                                + part.reason());
            case State.Ending.Refused refused -> {
                Text ground = RefusalGround.of(refused.ground()).text();
                yield new Text(
                        "Zahtevi nismo ugodili. " + ground.sl() + " " + refused.reason(),
                        "The request was refused. " + ground.en() + " " + refused.reason());
            }
            case State.Ending.Withdrawn _ -> new Text("Zahteva je bila umaknjena.", "The request was withdrawn.");
            case State.Ending.NotConfirmed _ ->
                new Text("Zahteva ni bila potrjena pravočasno.", "The request was not confirmed in time.");
        };
    }
}
