package si.vpogled.request;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.InstantSource;
import java.util.Optional;
import java.util.UUID;
import si.vpogled.schedule.Schedule;
import si.vpogled.subject.Identifier;

/**
 * Has a sign-in link and code mailed to the address of a case, if it was confirmed from there. Says nothing of whether
 * there is one: whoever asks gets a ticket, for the same work; what differs is left to {@link MailSignInTask}.
 */
@ApplicationScoped
public class AskForSignIn {
    private final IdentityProofs proofs;
    private final SignInAskings askings;
    private final Schedule schedule;
    private final InstantSource clock;

    AskForSignIn(IdentityProofs proofs, SignInAskings askings, Schedule schedule, InstantSource clock) {
        this.proofs = proofs;
        this.askings = askings;
        this.schedule = schedule;
        this.clock = clock;
    }

    /**
     * @return the ticket, which must come with the code or the link
     */
    @Transactional
    public String ask(String reference, Identifier.Email email) {
        Optional<UUID> request = proofs.requestOf(reference, email);
        SignInAskings.Asked asked = askings.add(reference, email, request);
        schedule.at(clock.instant(), MailSignInTask.TASK, asked.id().toString());
        return asked.ticket();
    }
}
