package si.vpogled.subject;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.net.IDN;
import java.util.Locale;
import java.util.Objects;

/**
 * By what a backend knows a data subject. Values are normalised, so that two identifiers of one meaning are equal.
 * In JSON: {@code {"kind": "customer-number", "value": "100234"}}.
 */
public sealed interface Identifier {
    /** Longest value, in characters; RFC 5321 allows a path of 256. */
    int MAX_LENGTH = 256;

    String value();

    @JsonIgnore
    IdentifierKind type();

    @JsonProperty
    default String kind() {
        return type().key();
    }

    /**
     * @throws IllegalArgumentException if the value is empty, too long or holds control characters
     */
    @JsonCreator
    static Identifier of(@JsonProperty("kind") IdentifierKind kind, @JsonProperty("value") String value) {
        return switch (kind) {
            case EMAIL -> new Email(value);
            case CUSTOMER_NUMBER -> new CustomerNumber(value);
            case VAT_ID -> new VatId(value);
            case DOMAIN -> new DomainName(value);
            case HOSTING_ACCOUNT -> new HostingAccount(value);
            case VPS_SERVER -> new VpsServer(value);
            case DOSTAVLJALEC_ACCOUNT -> new DostavljalecAccount(value);
            case WEBSITE -> new Website(value);
        };
    }

    private static String checked(String value) {
        Objects.requireNonNull(value, "value");
        String trimmed = value.strip();
        if (trimmed.isEmpty() || trimmed.length() > MAX_LENGTH) {
            throw new IllegalArgumentException("An identifier has 1 to " + MAX_LENGTH + " characters");
        }
        if (trimmed.codePoints().anyMatch(Character::isISOControl)) {
            throw new IllegalArgumentException("An identifier holds no control characters");
        }
        return trimmed;
    }

    /** An e-mail address, in lower case: providers compare without case (RFC 5321 section 2.4 allows more). */
    record Email(String value) implements Identifier {
        public Email {
            value = checked(checked(value).toLowerCase(Locale.ROOT));
        }

        @Override
        public IdentifierKind type() {
            return IdentifierKind.EMAIL;
        }
    }

    record CustomerNumber(String value) implements Identifier {
        public CustomerNumber {
            value = checked(value);
        }

        @Override
        public IdentifierKind type() {
            return IdentifierKind.CUSTOMER_NUMBER;
        }
    }

    /** A VAT identification number with its country prefix, {@code SI12345678}. */
    record VatId(String value) implements Identifier {
        public VatId {
            value = checked(checked(value).replace(" ", "").toUpperCase(Locale.ROOT));
        }

        @Override
        public IdentifierKind type() {
            return IdentifierKind.VAT_ID;
        }
    }

    /** A domain name in its ASCII form (RFC 5890), lower case, without the trailing dot. */
    record DomainName(String value) implements Identifier {
        public DomainName {
            String ascii = IDN.toASCII(checked(value)).toLowerCase(Locale.ROOT);
            value = checked(ascii.endsWith(".") ? ascii.substring(0, ascii.length() - 1) : ascii);
        }

        @Override
        public IdentifierKind type() {
            return IdentifierKind.DOMAIN;
        }
    }

    record HostingAccount(String value) implements Identifier {
        public HostingAccount {
            value = checked(value);
        }

        @Override
        public IdentifierKind type() {
            return IdentifierKind.HOSTING_ACCOUNT;
        }
    }

    record VpsServer(String value) implements Identifier {
        public VpsServer {
            value = checked(value);
        }

        @Override
        public IdentifierKind type() {
            return IdentifierKind.VPS_SERVER;
        }
    }

    record DostavljalecAccount(String value) implements Identifier {
        public DostavljalecAccount {
            value = checked(value);
        }

        @Override
        public IdentifierKind type() {
            return IdentifierKind.DOSTAVLJALEC_ACCOUNT;
        }
    }

    record Website(String value) implements Identifier {
        public Website {
            value = checked(value);
        }

        @Override
        public IdentifierKind type() {
            return IdentifierKind.WEBSITE;
        }
    }
}
