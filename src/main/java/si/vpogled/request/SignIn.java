package si.vpogled.request;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.Map;

/** Uses a mailed sign-in link up and opens a session. */
@ApplicationScoped
public class SignIn {
    private final AccessLinks links;
    private final Cases cases;
    private final PortalSessions sessions;
    private final History history;

    SignIn(AccessLinks links, Cases cases, PortalSessions sessions, History history) {
        this.links = links;
        this.cases = cases;
        this.sessions = sessions;
        this.history = history;
    }

    @Transactional
    public PortalSessions.Session signIn(String token) {
        CaseEntity found = cases.lock(links.use(token, AccessLinks.Purpose.SIGN_IN));
        history.append(found.id, Actor.subject(), Action.SIGNED_IN, Map.of());
        return sessions.open(found);
    }
}
