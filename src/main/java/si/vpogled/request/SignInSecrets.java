package si.vpogled.request;

import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.Locale;
import java.util.UUID;
import si.vpogled.storage.MasterKey;
import si.vpogled.storage.seal.Sha256;
import si.vpogled.subject.Identifier;

/**
 * Link and code of an asking to sign in. Both follow from its random id and the master key, so that a mail sent again
 * after a crash carries the same ones, and so that the database alone knows neither.
 */
@ApplicationScoped
public class SignInSecrets {
    private static final int DIGITS = 8;
    private static final BigInteger CODES = BigInteger.TEN.pow(DIGITS);

    private final MasterKey masterKey;
    private final RequestConfig config;

    SignInSecrets(MasterKey masterKey, RequestConfig config) {
        this.masterKey = masterKey;
        this.config = config;
    }

    /** How long both are good. */
    public Duration period() {
        return config.signInPeriod();
    }

    /** What the mailed link ends with. */
    public String link(UUID id) {
        return masterKey.token("sign-in link", id.toString());
    }

    /** Eight digits. Of 256 random bits, what is left over favours no code that anybody could tell. */
    public String code(UUID id) {
        String token = Sha256.hex(masterKey.token("sign-in code", id.toString()));
        return String.format(Locale.ROOT, "%0" + DIGITS + "d", new BigInteger(token, 16).mod(CODES));
    }

    /** What stands for reference and address in the database, which by itself tells neither. */
    String askedFor(String reference, Identifier.Email email) {
        return masterKey.token("sign-in asked for", reference + "\n" + email.value());
    }

    /** Typed as people type, with blanks or a dash; takes the same time wherever it differs. */
    boolean isCode(UUID id, String typed) {
        String digits = typed.replaceAll("[\\s\\u00a0-]", "");
        return MessageDigest.isEqual(
                code(id).getBytes(StandardCharsets.UTF_8), digits.getBytes(StandardCharsets.UTF_8));
    }
}
