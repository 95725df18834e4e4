package si.vpogled.request;

import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Set;
import si.vpogled.storage.MasterKey;

/**
 * Tickets bind what was mailed to where it was asked for: a browser keeps its ticket as a cookie, a program as it likes.
 * Whoever has the mail alone, or the ticket alone, opens nothing.
 */
@ApplicationScoped
public class Tickets {
    private final MasterKey masterKey;

    Tickets(MasterKey masterKey) {
        this.masterKey = masterKey;
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
