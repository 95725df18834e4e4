package si.vpogled.web.security;

import jakarta.annotation.Priority;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.Provider;
import java.net.URI;
import si.vpogled.web.problem.ProblemException;

/** Lets only signed-in subjects through; a browser is led to the sign-in page. */
@Provider
@ForSubject
@Priority(Priorities.AUTHORIZATION)
class SubjectGate implements ContainerRequestFilter {
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
        request.abortWith(Response.seeOther(URI.create("/sign-in")).build());
    }
}
