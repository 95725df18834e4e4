package si.vpogled.fulfilment;

import jakarta.enterprise.context.ApplicationScoped;
import java.nio.file.NoSuchFileException;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import si.vpogled.bundle.completeness.IncompleteException;
import si.vpogled.bundle.content.UnreadableExtractException;
import si.vpogled.bundle.plan.BundlePlan;
import si.vpogled.bundle.shelf.BundleShelf;
import si.vpogled.collection.DiscardExtract;
import si.vpogled.connector.Fault;
import si.vpogled.connector.FaultKind;
import si.vpogled.inventory.Inventory;
import si.vpogled.inventory.Item;
import si.vpogled.request.Action;
import si.vpogled.request.Actor;
import si.vpogled.request.MoveCase;
import si.vpogled.request.RequestConfig;
import si.vpogled.request.State;

/** A bundle that cannot be made goes back to staff, with the sources that are to be asked again. Within a transaction. */
@ApplicationScoped
class ReturnToReview {
    private static final Logger LOG = LoggerFactory.getLogger(ReturnToReview.class);

    private final BundleShelf shelf;
    private final MoveCase cases;
    private final DiscardExtract extracts;
    private final Inventory inventory;
    private final RequestConfig config;
    private final InstantSource clock;

    ReturnToReview(
            BundleShelf shelf,
            MoveCase cases,
            DiscardExtract extracts,
            Inventory inventory,
            RequestConfig config,
            InstantSource clock) {
        this.shelf = shelf;
        this.cases = cases;
        this.extracts = extracts;
        this.inventory = inventory;
        this.config = config;
        this.clock = clock;
    }

    /** @return false where the same attempt may yet succeed, and is to be tried again */
    boolean after(BundlePlan plan, Exception failure) {
        UUID request = plan.request();
        // the case first, as everywhere: so nobody waits for the other
        State state = cases.lock(request).state();
        Optional<Integer> tries = shelf.tries(request, plan.number(), plan.attempt());
        if (tries.isEmpty() || !(state instanceof State.Assembling)) {
            return true;
        }
        if (tries.get() < config.bundleTries() && !inVain(failure)) {
            return false;
        }
        List<String> connectors = connectors(failure);
        LOG.warn("Bundle {} of request {} cannot be made, staff decide again", plan.number(), request, failure);
        extracts.discard(request, connectors, fault(failure));
        cases.move(
                request,
                State.Assembling.class,
                assembling -> assembling.notAssembled(clock.instant()),
                Actor.system(),
                Action.NOT_ASSEMBLED,
                Map.of("failed", String.join(", ", connectors)));
        return true;
    }

    /** Whether trying again would end the same way. */
    private static boolean inVain(Exception failure) {
        return failure instanceof IncompleteException
                || failure instanceof UnreadableExtractException && failure.getCause() instanceof NoSuchFileException;
    }

    private List<String> connectors(Exception failure) {
        return switch (failure) {
            case IncompleteException incomplete ->
                incomplete.items().stream()
                        .flatMap(item -> inventory.item(item).stream())
                        .map(Item::connector)
                        .distinct()
                        .toList();
            case UnreadableExtractException unreadable -> List.of(unreadable.connector());
            default -> List.of();
        };
    }

    private static Fault fault(Exception failure) {
        return new Fault(
                FaultKind.DEFECT,
                failure instanceof IncompleteException
                        ? "It says that it found data which its extract does not hold; ask it again, or mend it"
                        : "Its extract is missing from the store or damaged; ask it again");
    }
}
