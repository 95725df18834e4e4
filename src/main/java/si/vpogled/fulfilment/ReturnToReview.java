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
import si.vpogled.bundle.content.ShiftedPartException;
import si.vpogled.bundle.content.UnreadableExtractException;
import si.vpogled.bundle.shelf.BundleShelf;
import si.vpogled.collection.DiscardExtract;
import si.vpogled.connector.Fault;
import si.vpogled.connector.FaultKind;
import si.vpogled.connector.extract.InvalidExtractException;
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

    /**
     * Whether an attempt is one too many: the others ended without a word, as a process that is killed does.
     *
     * @return true where the case went back to review
     */
    boolean triedOut(UUID request, int number, int attempt) {
        Optional<Integer> tries = current(request, number, attempt);
        if (tries.isEmpty() || tries.get() <= config.bundleTries()) {
            return false;
        }
        LOG.warn("Bundle {} of request {} was begun {} times and never ended", number, request, tries.get() - 1);
        back(request, List.of());
        return true;
    }

    /** @return false where the bundle may yet be made, and is to be tried again */
    boolean after(UUID request, int number, int attempt, Exception failure) {
        Optional<Integer> tries = current(request, number, attempt);
        if (tries.isEmpty()) {
            return true;
        }
        if (tries.get() < config.bundleTries() && !damage(failure) && !(failure instanceof ShiftedPartException)) {
            return false;
        }
        LOG.warn("Bundle {} of request {} cannot be made, staff decide again", number, request, failure);
        List<String> connectors = connectors(failure);
        if (damage(failure)) {
            extracts.discard(request, connectors, fault(failure));
        }
        back(request, connectors);
        return true;
    }

    /** How often it was tried; empty where this attempt does not count any more. */
    private Optional<Integer> current(UUID request, int number, int attempt) {
        // the case first, as everywhere: so nobody waits for the other
        State state = cases.lock(request).state();
        return shelf.tries(request, number, attempt).filter(_ -> state instanceof State.Assembling);
    }

    private void back(UUID request, List<String> connectors) {
        cases.move(
                request,
                State.Assembling.class,
                assembling -> assembling.notAssembled(clock.instant()),
                Actor.system(),
                Action.NOT_ASSEMBLED,
                Map.of("failed", String.join(", ", connectors)));
    }

    /**
     * Whether what was collected is at fault for certain. A seal that does not open is not: a store that cannot be read
     * just now looks the same.
     */
    private static boolean damage(Exception failure) {
        return failure instanceof IncompleteException
                || failure instanceof UnreadableExtractException
                        && (failure.getCause() instanceof NoSuchFileException
                                || failure.getCause() instanceof InvalidExtractException);
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
                        ? "Its extract does not tell of all items that it answers for; ask it again"
                        : "Its extract is missing from the store or damaged; ask it again");
    }
}
