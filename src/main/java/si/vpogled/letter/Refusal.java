package si.vpogled.letter;

import io.vertx.ext.mail.SMTPException;
import java.time.Duration;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** For how long a letter that was not taken is tried again, by what the mail server said of it (RFC 5321, RFC 3463). */
enum Refusal {
    /** There is no such mailbox, or no such address: no later try finds it. */
    NO_SUCH_ADDRESS(Duration.ZERO),
    /** For good, says the server, but perhaps of ourselves: its owner has two weeks to let us send. */
    FOR_GOOD(Duration.ofDays(14)),
    /** It is away, busy, or asks to come back. Longer than a download: an answer waits for its letter. */
    FOR_NOW(Duration.ofDays(365));

    /** All but those of the sender's address (7 and 8); and a mailbox that is closed. */
    private static final Pattern ADDRESS = Pattern.compile("\\b5\\.(1\\.(?![78]\\b)\\d{1,3}|2\\.1)\\b");

    private final Duration patience;

    Refusal(Duration patience) {
        this.patience = patience;
    }

    static Refusal of(Throwable failure) {
        Optional<SMTPException> said = Stream.iterate(failure, cause -> cause != null, Throwable::getCause)
                .limit(10)
                .filter(SMTPException.class::isInstance)
                .map(SMTPException.class::cast)
                .findFirst();
        if (said.filter(SMTPException::isPermanent).isEmpty()) {
            return FOR_NOW;
        }
        String words = said.map(SMTPException::getReplyMessage).orElse("");
        return words != null && ADDRESS.matcher(words).find() ? NO_SUCH_ADDRESS : FOR_GOOD;
    }

    boolean over(Duration failing) {
        return failing.compareTo(patience) >= 0;
    }
}
