package si.vpogled.web.api;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import si.vpogled.fulfilment.CaseProgress;
import si.vpogled.request.CaseException;
import si.vpogled.web.input.CaseReference;
import si.vpogled.web.security.SignedInSubject;

/** The one case that a subject is signed in to; any other is as none. */
@ApplicationScoped
class OwnCase {
    private final SignedInSubject subject;
    private final CaseProgress progress;

    OwnCase(SignedInSubject subject, CaseProgress progress) {
        this.subject = subject;
        this.progress = progress;
    }

    UUID id(String reference) {
        return progress(reference).request().id();
    }

    CaseProgress.Progress progress(String reference) {
        CaseProgress.Progress found = progress.of(subject.request());
        if (!found.request().reference().equals(CaseReference.of(reference))) {
            throw new CaseException(CaseException.Problem.NOT_FOUND, "case");
        }
        return found;
    }
}
