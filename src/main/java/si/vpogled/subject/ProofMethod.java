package si.vpogled.subject;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** How somebody showed who they are (GDPR Art. 12(6)). */
public enum ProofMethod {
    /** Followed a link mailed to the address; proves that the address is theirs, nothing more. */
    MAILED_LINK,
    /** Staff called back on a number on file before the request. */
    CALL_BACK,
    /** Staff met the person. */
    IN_PERSON,
    /** A qualified electronic signature (eIDAS Art. 25). */
    QUALIFIED_SIGNATURE;

    @JsonValue
    public String key() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    @JsonCreator
    public static ProofMethod of(String key) {
        for (ProofMethod method : values()) {
            if (method.key().equals(key)) {
                return method;
            }
        }
        throw new IllegalArgumentException("Unknown method of proof");
    }

    /** Whether staff record it, rather than the subject's own click. */
    public boolean byStaff() {
        return this != MAILED_LINK;
    }
}
