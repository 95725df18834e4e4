package si.vpogled.request;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import si.vpogled.inventory.Inventory;
import si.vpogled.inventory.Item;
import si.vpogled.subject.Assurance;

/** Staff, or a policy, accept a confirmed request, which starts the collection. */
@ApplicationScoped
public class AcceptRequest {
    private final Cases cases;
    private final IdentityProofs proofs;
    private final Inventory inventory;
    private final InstantSource clock;

    AcceptRequest(Cases cases, IdentityProofs proofs, Inventory inventory, InstantSource clock) {
        this.cases = cases;
        this.proofs = proofs;
        this.inventory = inventory;
        this.clock = clock;
    }

    @Transactional
    public void accept(String reference, Actor actor) {
        if (actor.kind() != Actor.Kind.SYSTEM) {
            actor.require(Role.CLERK, Role.APPROVER);
        }
        CaseEntity found = cases.lock(reference);
        State.AwaitingDecision waiting = found.view().require(State.AwaitingDecision.class);
        Assurance reached = assurance(found.id);
        if (!reached.suffices(needed(right(found), found.services))) {
            throw new CaseException(CaseException.Problem.IDENTITY_INSUFFICIENT, String.join(", ", inDoubt(found)));
        }
        cases.move(
                found,
                waiting.accept(clock.instant()),
                actor,
                Action.ACCEPTED,
                Map.of("assurance", reached.name().toLowerCase(Locale.ROOT)));
    }

    /** What the proofs of a case amount to. */
    private Assurance assurance(UUID request) {
        return Assurance.of(
                proofs.of(request).stream().map(IdentityProofs.Proof::method).toList());
    }

    /** Whether a case waits for a further proof of identity. Within a transaction. */
    public boolean awaitsProof(RequestCase request) {
        return request.state() instanceof State.AwaitingDecision
                && !assurance(request.id()).suffices(needed(request.right(), request.services()));
    }

    /** What a right in a scope asks for: what is erased stays erased, so that takes two proofs whatever the scope. */
    public Assurance needed(Right right, List<String> services) {
        return right == Right.ERASURE || !withContent(services).isEmpty() ? Assurance.SUBSTANTIAL : Assurance.LOW;
    }

    private static Right right(CaseEntity found) {
        return Right.of(found.right);
    }

    private List<String> inDoubt(CaseEntity found) {
        return right(found) == Right.ERASURE ? found.services : withContent(found.services);
    }

    private List<String> withContent(List<String> services) {
        return inventory.items().stream()
                .filter(Item::content)
                .map(item -> item.id().service())
                .distinct()
                .filter(services::contains)
                .toList();
    }
}
