package si.vpogled.law;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import si.vpogled.text.Text;
import si.vpogled.text.Texts;

/** Why a request, or a part of it, is not granted. There are no others. */
public enum RefusalGround {
    MANIFESTLY_UNFOUNDED(Scope.REQUEST),
    EXCESSIVE(Scope.REQUEST),
    ALREADY_ANSWERED(Scope.REQUEST),
    IDENTITY_NOT_ESTABLISHED(Scope.REQUEST),
    RIGHTS_OF_OTHERS(Scope.ENTRY),
    LEGAL_OBLIGATION(Scope.ERASURE),
    LEGAL_CLAIMS(Scope.ERASURE),
    CONTRACT_IN_FORCE(Scope.ERASURE);

    private static final Texts TEXTS = Texts.of("law");

    private final Scope scope;

    RefusalGround(Scope scope) {
        this.scope = scope;
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
        return TEXTS.text("refusal." + key() + ".article");
    }

    /** As {@link #article()}, of an answer under GDPR Art. 20, which has its own rule on the rights of others. */
    public Text articleOfPortability() {
        return this == RIGHTS_OF_OTHERS ? TEXTS.text("refusal.rights-of-others.article-portability") : article();
    }

    /** The reason in a plain sentence; staff add the facts of the case. */
    public Text text() {
        return TEXTS.text("refusal." + key() + ".text");
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
