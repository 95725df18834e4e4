package si.vpogled.web.portal;

import jakarta.enterprise.context.RequestScoped;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import si.vpogled.request.PortalSessions;
import si.vpogled.web.security.SessionCookie;
import si.vpogled.web.security.SignedInSubject;

/** Leads a browser to its case, with a new session; one that it had before ends. */
@RequestScoped
class BeginSession {
    private final SignedInSubject subject;
    private final SessionCookie cookie;

    BeginSession(SignedInSubject subject, SessionCookie cookie) {
        this.subject = subject;
        this.cookie = cookie;
    }

    Response begin(PortalSessions.Session session) {
        subject.end();
        return Response.seeOther(URI.create("/case")).cookie(cookie.of(session)).build();
    }
}
