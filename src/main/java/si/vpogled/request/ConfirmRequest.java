package si.vpogled.request;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import si.vpogled.subject.Identifier;
import si.vpogled.subject.ProofMethod;

/**
 * The mailed link's button was pressed: the address is the subject's own. A session is opened only where the request was
 * sent from, since whoever else reads the mail is not to read the case.
 */
@ApplicationScoped
public class ConfirmRequest {
    private final AccessLinks links;
    private final Cases cases;
    private final IdentityProofs proofs;
    private final Tickets tickets;
    private final PortalSessions sessions;
    private final InstantSource clock;

    ConfirmRequest(
            AccessLinks links,
            Cases cases,
            IdentityProofs proofs,
            Tickets tickets,
            PortalSessions sessions,
            InstantSource clock) {
        this.links = links;
        this.cases = cases;
        this.proofs = proofs;
        this.tickets = tickets;
        this.sessions = sessions;
        this.clock = clock;
    }

    /**
     * @param session empty where the request was sent from elsewhere
     */
    public record Confirmed(UUID request, String reference, Optional<PortalSessions.Session> session) {}

    /**
     * @param held the tickets that the browser or program holds
     */
    @Transactional
    public Confirmed confirm(String token, Set<String> held) {
        CaseEntity found = cases.lock(links.use(token, AccessLinks.Purpose.CONFIRM));
        if (!(found.state instanceof State.AwaitingConfirmation waiting)) {
            throw new CaseException(CaseException.Problem.LINK_UNUSABLE, "link");
        }
        proofs.add(found.id, ProofMethod.MAILED_LINK, List.of(new Identifier.Email(found.email)), "", "");
        cases.move(found, waiting.confirm(clock.instant()), Actor.subject(), Action.CONFIRMED, Map.of());
        return new Confirmed(
                found.id,
                found.reference,
                tickets.submitted(found.reference, held) ? Optional.of(sessions.open(found)) : Optional.empty());
    }
}
