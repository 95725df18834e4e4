package si.vpogled.web.security;

import io.quarkus.arc.Arc;
import io.quarkus.runtime.BlockingOperationControl;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Set;

/**
 * Whether the one who is told of a problem is signed in to a case. Where nothing can be asked for, the browser's cookie
 * is believed, which opens nothing.
 */
@ApplicationScoped
public class SubjectAtProblem {
    private static final int FAULT_OF_OURS = 500;

    private final SessionCookie cookie;
    private final SignedInSubject subject;

    SubjectAtProblem(SessionCookie cookie, SignedInSubject subject) {
        this.cookie = cookie;
        this.subject = subject;
    }

    /**
     * @param status of the answer: where the fault is ours, it may be the database's
     * @param cookies the names of those that the browser sent
     */
    public boolean signedIn(int status, Set<String> cookies) {
        boolean ask = status < FAULT_OF_OURS
                && Arc.container().requestContext().isActive()
                && BlockingOperationControl.isBlockingAllowed();
        return cookies.contains(cookie.name()) && (!ask || subject.peek().isPresent());
    }
}
