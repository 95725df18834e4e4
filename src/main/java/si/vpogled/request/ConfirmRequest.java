package si.vpogled.request;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import si.vpogled.subject.Identifier;
import si.vpogled.subject.ProofMethod;

/** The mailed link's button was pressed: the address is the subject's own. */
@ApplicationScoped
public class ConfirmRequest {
    private final AccessLinks links;
    private final Cases cases;
    private final IdentityProofs proofs;
    private final PortalSessions sessions;
    private final InstantSource clock;

    ConfirmRequest(
            AccessLinks links, Cases cases, IdentityProofs proofs, PortalSessions sessions, InstantSource clock) {
        this.links = links;
        this.cases = cases;
        this.proofs = proofs;
        this.sessions = sessions;
        this.clock = clock;
    }

    @Transactional
    public PortalSessions.Session confirm(String token) {
        CaseEntity found = cases.lock(links.use(token, AccessLinks.Purpose.CONFIRM));
        if (!(found.state instanceof State.AwaitingConfirmation waiting)) {
            throw new CaseException(CaseException.Problem.LINK_UNUSABLE, "link");
        }
        proofs.add(found.id, ProofMethod.MAILED_LINK, List.of(new Identifier.Email(found.email)), "", "");
        cases.move(found, waiting.confirm(clock.instant()), Actor.subject(), Action.CONFIRMED, Map.of());
        return sessions.open(found);
    }
}
