package si.vpogled.web.api;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;
import si.vpogled.request.AskForSignIn;
import si.vpogled.request.CaseException;
import si.vpogled.request.SignIn;
import si.vpogled.request.SignInOutcome;
import si.vpogled.subject.Identifier;
import si.vpogled.web.input.CaseReference;
import si.vpogled.web.input.MailAddress;
import si.vpogled.web.security.CallerLimits;
import si.vpogled.web.security.Limit;

/** Signing in by mail, which takes the same time whether or not there is such a case. */
@ApplicationScoped
public class SignInWish {
    /** Longer than either way takes, by far. */
    private static final Duration EVERY_TIME = Duration.ofMillis(200);

    private final AskForSignIn ask;
    private final SignIn signIn;
    private final CallerLimits limits;

    SignInWish(AskForSignIn ask, SignIn signIn, CallerLimits limits) {
        this.ask = ask;
        this.signIn = signIn;
        this.limits = limits;
    }

    /** Gives a ticket, whoever asks. */
    public String ask(String reference, String email) {
        Identifier.Email address = new Identifier.Email(MailAddress.Check.normalised(email));
        limits.take(Limit.SIGN_IN, address.value());
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
        limits.take(Limit.CODE, ticket);
        return evenly(() -> signIn.byCode(ticket, code));
    }

    /**
     * @param tickets what the browser holds
     */
    public SignInOutcome link(String link, Set<String> tickets) {
        limits.take(Limit.CODE);
        return signIn.byLink(link, tickets);
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
