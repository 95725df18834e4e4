package si.vpogled.request;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import si.vpogled.schedule.TaskHandler;

/** Orders the mail that an asking to sign in is for, after the answer; nothing where there is no such case. */
@ApplicationScoped
class MailSignInTask implements TaskHandler {
    static final String TASK = "mail-sign-in";

    private final SignInAskings askings;
    private final Cases cases;

    MailSignInTask(SignInAskings askings, Cases cases) {
        this.askings = askings;
        this.cases = cases;
    }

    @Override
    public String task() {
        return TASK;
    }

    @Override
    public Optional<Instant> run(String instance) {
        UUID id = UUID.fromString(instance);
        QuarkusTransaction.requiringNew()
                .run(() -> askings.findByIdOptional(id)
                        .flatMap(asked -> Optional.ofNullable(asked.request))
                        .ifPresent(request -> cases.tell(new CaseEvent.SignInAsked(request, id))));
        return Optional.empty();
    }
}
