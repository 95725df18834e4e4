package si.vpogled.subject;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** What an identifier of a data subject is; definitions and orders name kinds by {@link #key()}. */
public enum IdentifierKind {
    EMAIL,
    CUSTOMER_NUMBER,
    VAT_ID,
    DOMAIN,
    HOSTING_ACCOUNT,
    VPS_SERVER,
    DOSTAVLJALEC_ACCOUNT,
    WEBSITE;

    /** The name in YAML and JSON: {@code customer-number}. */
    @JsonValue
    public String key() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    @JsonCreator
    public static IdentifierKind of(String key) {
        for (IdentifierKind kind : values()) {
            if (kind.key().equals(key)) {
                return kind;
            }
        }
        throw new IllegalArgumentException("Unknown kind of identifier");
    }
}
