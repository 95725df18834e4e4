package si.vpogled.fulfilment;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.Map;
import si.vpogled.collection.Runs;
import si.vpogled.collection.Withholdings;
import si.vpogled.inventory.Inventory;
import si.vpogled.inventory.ItemId;
import si.vpogled.law.RefusalGround;
import si.vpogled.request.Action;
import si.vpogled.request.Actor;
import si.vpogled.request.CaseException;
import si.vpogled.request.Grounds;
import si.vpogled.request.History;
import si.vpogled.request.MoveCase;
import si.vpogled.request.RequestCase;
import si.vpogled.request.Role;
import si.vpogled.request.State;

/** Leaves an item out for the rights of others, or puts it back (GDPR Art. 15(4)). */
@ApplicationScoped
public class WithholdItem {
    private final MoveCase cases;
    private final Runs runs;
    private final Withholdings withholdings;
    private final Inventory inventory;
    private final History history;

    WithholdItem(MoveCase cases, Runs runs, Withholdings withholdings, Inventory inventory, History history) {
        this.cases = cases;
        this.runs = runs;
        this.withholdings = withholdings;
        this.inventory = inventory;
        this.history = history;
    }

    /**
     * Withholds what was found. While a decision on it stands, it holds for whatever its source brings later; where that
     * is nothing, nothing is withheld.
     *
     * @param reason in the subject's language
     */
    @Transactional
    public void withhold(String reference, Actor actor, ItemId item, RefusalGround ground, String reason) {
        RequestCase found = inReview(reference, actor, item);
        Grounds.require(ground, RefusalGround.Scope.ENTRY);
        requireFound(found, item);
        withholdings.add(found.id(), item, ground, reason, actor.name());
        history.append(
                found.id(), actor, Action.ITEM_WITHHELD, Map.of("item", item.toString(), "ground", ground.key()));
    }

    @Transactional
    public void restore(String reference, Actor actor, ItemId item) {
        RequestCase found = inReview(reference, actor, item);
        if (withholdings.remove(found.id(), item)) {
            history.append(found.id(), actor, Action.ITEM_RESTORED, Map.of("item", item.toString()));
        }
    }

    private void requireFound(RequestCase request, ItemId item) {
        if (runs.of(request.id()).stream().noneMatch(run -> run.mayHaveFound(item))) {
            throw new CaseException(CaseException.Problem.NOTHING_TO_WITHHOLD, item.toString());
        }
    }

    private RequestCase inReview(String reference, Actor actor, ItemId item) {
        actor.require(Role.CLERK, Role.APPROVER);
        RequestCase found = cases.lock(reference);
        found.require(State.InReview.class);
        if (inventory.item(item).isEmpty() || !found.services().contains(item.service())) {
            throw new CaseException(CaseException.Problem.UNKNOWN_ITEM, item.toString());
        }
        return found;
    }
}
