package si.vpogled.request;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.UUID;
import si.vpogled.subject.Identifier;

/** Mails a sign-in link to the address of a case, if it was confirmed from there. Says nothing of whether there is one. */
@ApplicationScoped
public class AskForSignIn {
    private final Cases cases;
    private final IdentityProofs proofs;

    AskForSignIn(Cases cases, IdentityProofs proofs) {
        this.cases = cases;
        this.proofs = proofs;
    }

    @Transactional
    public void ask(String reference, Identifier.Email email) {
        cases.find("reference", reference)
                .firstResultOptional()
                .filter(found -> found.email.equals(email.value()))
                .filter(found -> proofs.addressProved(found.id))
                .ifPresent(found -> cases.tell(new CaseEvent.SignInAsked(found.id, UUID.randomUUID())));
    }
}
