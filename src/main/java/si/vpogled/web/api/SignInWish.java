package si.vpogled.web.api;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;
import si.vpogled.request.AskForSignIn;
import si.vpogled.request.CaseException;
import si.vpogled.request.SignIn;
import si.vpogled.request.SignInOutcome;
import si.vpogled.subject.Identifier;
import si.vpogled.web.input.CaseReference;
import si.vpogled.web.input.MailAddress;

/** Signing in by mail, which takes the same time whether or not there is such a case. */
@ApplicationScoped
public class SignInWish {
    /** Longer than either way takes, by far. */
    private static final Duration EVERY_TIME = Duration.ofMillis(200);

    private final AskForSignIn ask;
    private final SignIn signIn;

    SignInWish(AskForSignIn ask, SignIn signIn) {
        this.ask = ask;
        this.signIn = signIn;
    }

    /** Gives a ticket, whoever asks. */
    public String ask(String reference, String email) {
        Identifier.Email address = new Identifier.Email(MailAddress.Check.normalised(email));
        return evenly(() -> ask.ask(reference(reference), address));
    }

    /** What is none looks like one that nobody has. */
    private static String reference(String typed) {
        try {
            return CaseReference.of(typed);
        } catch (CaseException _) {
            return "";
        }
    }

    public SignInOutcome code(String ticket, String code) {
        return evenly(() -> signIn.byCode(ticket, code));
    }

    private static <T> T evenly(Supplier<T> asked) {
        long end = System.nanoTime() + EVERY_TIME.toNanos();
        try {
            return asked.get();
        } finally {
            for (long left = end - System.nanoTime(); left > 0; left = end - System.nanoTime()) {
                LockSupport.parkNanos(left);
            }
        }
    }
}
