package si.vpogled.web.portal;

import jakarta.enterprise.context.RequestScoped;
import si.vpogled.correspondence.Draft;
import si.vpogled.correspondence.SendMessage;
import si.vpogled.web.security.CallerLimits;
import si.vpogled.web.security.Limit;
import si.vpogled.web.security.SignedInSubject;

/** Sends the subject's message, unless that is done too often from a network or for a case. */
@RequestScoped
class SendOwnMessage {
    private final SignedInSubject subject;
    private final CallerLimits limits;
    private final SendMessage send;

    SendOwnMessage(SignedInSubject subject, CallerLimits limits, SendMessage send) {
        this.subject = subject;
        this.limits = limits;
        this.send = send;
    }

    void send(Draft draft) {
        limits.take(Limit.MESSAGE, subject.request().toString());
        send.bySubject(subject.request(), draft);
    }
}
