package si.vpogled.request;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;
import si.vpogled.law.RefusalGround;
import si.vpogled.text.Text;

/** What is asked for: GDPR Art. 15, 20 and 17. */
public enum Right {
    ACCESS,
    PORTABILITY,
    ERASURE;

    @JsonValue
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** What a ground rests on where this is what was asked for. */
    public Text article(RefusalGround ground) {
        return switch (this) {
            case PORTABILITY -> ground.articleOfPortability();
            case ACCESS, ERASURE -> ground.article();
        };
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
