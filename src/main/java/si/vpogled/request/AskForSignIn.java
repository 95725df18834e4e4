package si.vpogled.request;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.Optional;
import java.util.UUID;
import si.vpogled.subject.Identifier;

/**
 * Mails a sign-in link and code to the address of a case, if it was confirmed from there. Says nothing of whether there
 * is one: whoever asks gets a ticket.
 */
@ApplicationScoped
public class AskForSignIn {
    private final Cases cases;
    private final IdentityProofs proofs;
    private final SignInAskings askings;

    AskForSignIn(Cases cases, IdentityProofs proofs, SignInAskings askings) {
        this.cases = cases;
        this.proofs = proofs;
        this.askings = askings;
    }

    /**
     * @return the ticket, which must come with the code or the link
     */
    @Transactional
    public String ask(String reference, Identifier.Email email) {
        Optional<UUID> found = cases.find("reference", reference)
                .firstResultOptional()
                .filter(one -> one.email.equals(email.value()))
                .map(one -> one.id)
                .filter(proofs::addressProved);
        SignInAskings.Asked asked = askings.add(found);
        found.ifPresent(request -> cases.tell(new CaseEvent.SignInAsked(request, asked.id())));
        return asked.ticket();
    }
}
