package si.vpogled.web.api;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import si.vpogled.request.AskForSignIn;
import si.vpogled.request.CaseException;
import si.vpogled.subject.Identifier;
import si.vpogled.web.input.CaseReference;
import si.vpogled.web.input.MailAddress;

/** Asks for a sign-in link, and takes the same time whether or not there is such a case. */
@ApplicationScoped
public class SignInWish {
    /** Longer than either way takes, by far. */
    private static final Duration EVERY_TIME = Duration.ofMillis(200);

    private final AskForSignIn ask;

    SignInWish(AskForSignIn ask) {
        this.ask = ask;
    }

    public void ask(String reference, String email) {
        long end = System.nanoTime() + EVERY_TIME.toNanos();
        try {
            ask.ask(CaseReference.of(reference), new Identifier.Email(MailAddress.Check.normalised(email)));
        } catch (CaseException _) {
            // no such case: nothing is told
        } finally {
            for (long left = end - System.nanoTime(); left > 0; left = end - System.nanoTime()) {
                LockSupport.parkNanos(left);
            }
        }
    }
}
