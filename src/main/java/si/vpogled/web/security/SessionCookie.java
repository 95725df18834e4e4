package si.vpogled.web.security;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.NewCookie;
import si.vpogled.request.PortalSessions;

/** The cookie that keeps a subject signed in to the portal's pages. */
@ApplicationScoped
public class SessionCookie {
    private static final String NAME = "vpogled-session";

    private final CookieRules rules;

    SessionCookie(CookieRules rules) {
        this.rules = rules;
    }

    String name() {
        return rules.name(NAME);
    }

    /** Ends with the browser at the latest; the session itself ends in the database. */
    public NewCookie of(PortalSessions.Session session) {
        return builder().value(session.token()).build();
    }

    /** Takes the cookie back. */
    public NewCookie expired() {
        return builder().value("").maxAge(0).build();
    }

    /** Lax, since a mail's link leads here from another site. */
    private NewCookie.Builder builder() {
        return rules.builder(NAME, NewCookie.SameSite.LAX);
    }
}
