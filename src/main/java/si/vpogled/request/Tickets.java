package si.vpogled.request;

import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Set;
import si.vpogled.storage.MasterKey;

/**
 * Tickets bind what was mailed to where it was asked for: a browser keeps its ticket as a cookie, a program as it likes.
 * Whoever has the mail alone, or the ticket alone, opens nothing.
 */
@ApplicationScoped
public class Tickets {
    private static final int BYTES = 32;

    private final SecureRandom random = new SecureRandom();
    private final MasterKey masterKey;

    Tickets(MasterKey masterKey) {
        this.masterKey = masterKey;
    }

    String random() {
        byte[] secret = new byte[BYTES];
        random.nextBytes(secret);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(secret);
    }

    /** Of a submission; the same one when it is sent again with its Idempotency-Key. */
    public String ofSubmission(String reference) {
        return masterKey.token("submission", reference);
    }

    boolean submitted(String reference, Set<String> held) {
        byte[] wanted = ofSubmission(reference).getBytes(StandardCharsets.UTF_8);
        return held.stream().anyMatch(ticket -> MessageDigest.isEqual(wanted, ticket.getBytes(StandardCharsets.UTF_8)));
    }
}
