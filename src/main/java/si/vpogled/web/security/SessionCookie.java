package si.vpogled.web.security;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.NewCookie;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import si.vpogled.request.PortalSessions;

/** The cookie that keeps a subject signed in to the portal's pages. */
@ApplicationScoped
public class SessionCookie {
    static final String NAME = "vpogled-session";

    private final boolean secure;

    SessionCookie(@ConfigProperty(name = "vpogled.base-url") String baseUrl) {
        this.secure = baseUrl.startsWith("https:");
    }

    /** Ends with the browser at the latest; the session itself ends in the database. */
    public NewCookie of(PortalSessions.Session session) {
        return builder().value(session.token()).build();
    }

    /** Takes the cookie back. */
    public NewCookie expired() {
        return builder().value("").maxAge(0).build();
    }

    private NewCookie.Builder builder() {
        return new NewCookie.Builder(NAME)
                .path("/")
                .httpOnly(true)
                .secure(secure)
                .sameSite(NewCookie.SameSite.LAX);
    }
}
