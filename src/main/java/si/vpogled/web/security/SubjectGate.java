package si.vpogled.web.security;

import jakarta.annotation.Priority;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.Provider;
import java.net.URI;
import si.vpogled.web.problem.ProblemException;

/**
 * Lets only signed-in subjects through. A browser is led to the sign-in page, which says why; whether there was ever a
 * session is not told.
 */
@Provider
@ForSubject
@Priority(Priorities.AUTHORIZATION)
class SubjectGate implements ContainerRequestFilter {
    private static final URI SIGN_IN = URI.create("/sign-in?ended");

    private final SignedInSubject subject;

    SubjectGate(SignedInSubject subject) {
        this.subject = subject;
    }

    @Override
    public void filter(ContainerRequestContext request) {
        if (subject.find().isPresent()) {
            return;
        }
        if (request.getUriInfo().getPath().startsWith("/api/")) {
            throw ProblemException.signInRequired();
        }
        request.abortWith(Response.seeOther(SIGN_IN).build());
    }
}
