package si.vpogled.fulfilment;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import si.vpogled.erasure.Notices;
import si.vpogled.request.CaseEvent;
import si.vpogled.request.State;

/** What is proved to be gone is told to whoever got it (GDPR Art. 19), in the transaction of the proof. */
@ApplicationScoped
class TellRecipients {
    private final Notices notices;

    TellRecipients(Notices notices) {
        this.notices = notices;
    }

    void on(@Observes CaseEvent.Moved moved) {
        boolean proved = moved.from().filter(State.Proving.class::isInstance).isPresent()
                && (moved.to() instanceof State.Remaining || moved.to() instanceof State.Closed);
        if (proved) {
            notices.order(moved.request());
        }
    }
}
