package si.vpogled.law;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import si.vpogled.text.Text;

/** Why a request, or a part of it, is not granted. There are no others. */
public enum RefusalGround {
    MANIFESTLY_UNFOUNDED(
            Scope.REQUEST,
            new Text("12. člen (5)(b) Splošne uredbe", "GDPR Art. 12(5)(b)"),
            new Text("Zahteva je očitno neutemeljena.", "The request is manifestly unfounded.")),
    EXCESSIVE(
            Scope.REQUEST,
            new Text("12. člen (5)(b) Splošne uredbe", "GDPR Art. 12(5)(b)"),
            new Text("Zahteva je pretirana.", "The request is excessive.")),
    ALREADY_ANSWERED(
            Scope.REQUEST,
            new Text("12. člen (5)(b) Splošne uredbe", "GDPR Art. 12(5)(b)"),
            new Text(
                    "Na enako zahtevo smo pred kratkim že odgovorili, podatki pa se od takrat niso spremenili.",
                    "We answered the same request a short time ago, and the data have not changed since.")),
    IDENTITY_NOT_ESTABLISHED(
            Scope.REQUEST,
            new Text("11. člen (2) in 12. člen (2) Splošne uredbe", "GDPR Art. 11(2) and 12(2)"),
            new Text(
                    "Iz prejetih podatkov ne moremo ugotoviti vaše istovetnosti. Ko pošljete dodatne podatke, zahtevo"
                            + " ponovno obravnavamo.",
                    "What we received does not let us identify you. Send more and we take the request up again.")),
    RIGHTS_OF_OTHERS(
            Scope.ENTRY,
            new Text("15. člen (4) Splošne uredbe", "GDPR Art. 15(4)"),
            new Text(
                    "Razkritje bi posegalo v pravice in svoboščine drugih.",
                    "Handing it out would adversely affect the rights and freedoms of others.")),
    LEGAL_OBLIGATION(
            Scope.ERASURE,
            new Text("17. člen (3)(b) Splošne uredbe", "GDPR Art. 17(3)(b)"),
            new Text("Hrambo nam nalaga zakon.", "A statute obliges us to keep it.")),
    LEGAL_CLAIMS(
            Scope.ERASURE,
            new Text("17. člen (3)(e) Splošne uredbe", "GDPR Art. 17(3)(e)"),
            new Text(
                    "Podatek potrebujemo za uveljavljanje, izvajanje ali obrambo pravnih zahtevkov.",
                    "It is needed to establish, exercise or defend legal claims.")),
    CONTRACT_IN_FORCE(
            Scope.ERASURE,
            new Text("17. člen (1)(a) Splošne uredbe", "GDPR Art. 17(1)(a)"),
            new Text(
                    "Podatek je še potreben za pogodbo, ki velja.",
                    "It is still needed for a contract that is in force."));

    private final Scope scope;
    private final Text article;
    private final Text text;

    RefusalGround(Scope scope, Text article, Text text) {
        this.scope = scope;
        this.article = article;
        this.text = text;
    }

    /** What a ground can be given for. */
    public enum Scope {
        /** The request as a whole. */
        REQUEST,
        /** Single entries or fields of an answer, which are withheld. */
        ENTRY,
        /** Single items of an erasure. */
        ERASURE
    }

    /** The name in JSON and forms: {@code rights-of-others}. */
    @JsonValue
    public String key() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public Scope scope() {
        return scope;
    }

    public Text article() {
        return article;
    }

    /** The reason in a plain sentence; staff add the facts of the case. */
    public Text text() {
        return text;
    }

    public static List<RefusalGround> of(Scope scope) {
        return Arrays.stream(values()).filter(ground -> ground.scope == scope).toList();
    }

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public static RefusalGround of(String key) {
        return Arrays.stream(values())
                .filter(ground -> ground.key().equals(key))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("Unknown ground of refusal"));
    }
}
