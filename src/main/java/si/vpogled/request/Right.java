package si.vpogled.request;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** What is asked for: GDPR Art. 15, 20 and 17. */
public enum Right {
    ACCESS,
    PORTABILITY,
    ERASURE;

    @JsonValue
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    @JsonCreator
    public static Right of(String key) {
        for (Right right : values()) {
            if (right.key().equals(key)) {
                return right;
            }
        }
        throw new IllegalArgumentException("A right is access, portability or erasure");
    }
}
