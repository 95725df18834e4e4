package si.vpogled.request;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.UUID;
import si.vpogled.subject.Identifier;

/** Mails a sign-in link to the address of a confirmed case. Says nothing of whether there is one. */
@ApplicationScoped
public class AskForSignIn {
    private final Cases cases;

    AskForSignIn(Cases cases) {
        this.cases = cases;
    }

    @Transactional
    public void ask(String reference, Identifier.Email email) {
        cases.find("reference", reference)
                .firstResultOptional()
                .filter(found -> found.email.equals(email.value()))
                .filter(found -> !(found.state instanceof State.AwaitingConfirmation))
                .ifPresent(found -> cases.tell(new CaseEvent.SignInAsked(found.id, UUID.randomUUID())));
    }
}
