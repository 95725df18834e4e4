package si.vpogled.bundle.shelf;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import si.vpogled.bundle.AssembledBundle;
import si.vpogled.bundle.completeness.LeftOut;

/** Where bundles stand until their download period ends. Within a transaction. */
@ApplicationScoped
public class BundleShelf {
    private static final String ASSEMBLING = "assembling";
    private static final String READY = "ready";
    private static final String ENDED = "ended";

    private final Rows rows;
    private final InstantSource clock;

    BundleShelf(Rows rows, InstantSource clock) {
        this.rows = rows;
        this.clock = clock;
    }

    /**
     * A bundle that is there to download.
     *
     * @param number 1 for the answer, more for supplements
     * @param attempt the one that counted
     * @param sha256 of the file as downloaded
     * @param partialReason why something is missing, where something is
     * @param missing connectors without an answer
     * @param leftOut what we hold and it does not hand out
     */
    public record Bundle(
            UUID request,
            int number,
            int attempt,
            String key,
            long size,
            String sha256,
            Instant readyAt,
            Instant availableUntil,
            Optional<String> partialReason,
            List<String> missing,
            List<LeftOut> leftOut) {
        public Bundle {
            missing = List.copyOf(missing);
            leftOut = List.copyOf(leftOut);
        }

        /** What it is sealed with. */
        public String sealContext() {
            return "vpogled bundle 1 " + request + " " + number + " " + attempt;
        }
    }

    /** The number that the next bundle of a case gets. */
    public int nextNumber(UUID request) {
        return (int) rows.count("request = ?1 and state <> ?2", request, ASSEMBLING) + 1;
    }

    /**
     * Begins an attempt to assemble.
     *
     * @param ordered when staff released it; a new release has all its tries before it
     * @return the attempt's number; empty where the bundle is ready
     */
    public Optional<Integer> begin(
            UUID request, int number, Instant ordered, Optional<String> partialReason, List<String> missing) {
        BundleEntity bundle = locked(request, number).orElseGet(() -> created(request, number));
        if (!bundle.state.equals(ASSEMBLING)) {
            return Optional.empty();
        }
        bundle.attempt++;
        // as the database keeps it
        Instant when = ordered.truncatedTo(ChronoUnit.MILLIS);
        bundle.tries = when.equals(bundle.orderedAt) ? bundle.tries + 1 : 1;
        bundle.orderedAt = when;
        bundle.partialReason = partialReason.orElse(null);
        bundle.missing = missing;
        return Optional.of(bundle.attempt);
    }

    private BundleEntity created(UUID request, int number) {
        BundleEntity bundle = new BundleEntity();
        bundle.id = UUID.randomUUID();
        bundle.request = request;
        bundle.number = number;
        bundle.state = ASSEMBLING;
        bundle.createdAt = clock.instant();
        bundle.missing = List.of();
        rows.persist(bundle);
        return bundle;
    }

    /**
     * @return false where a later attempt made this one void
     */
    public boolean finish(UUID request, int number, int attempt, AssembledBundle assembled, Instant availableUntil) {
        BundleEntity bundle = locked(request, number).orElseThrow();
        if (bundle.attempt != attempt || !bundle.state.equals(ASSEMBLING)) {
            return false;
        }
        bundle.state = READY;
        bundle.key = assembled.key();
        bundle.size = assembled.size();
        bundle.sha256 = assembled.sha256();
        bundle.leftOut = assembled.leftOut();
        bundle.readyAt = clock.instant();
        bundle.availableUntil = availableUntil;
        return true;
    }

    /** How often a bundle was begun since it was ordered; empty where a later attempt made this one void. */
    public Optional<Integer> tries(UUID request, int number, int attempt) {
        return locked(request, number)
                .filter(bundle -> bundle.attempt == attempt && bundle.state.equals(ASSEMBLING))
                .map(bundle -> bundle.tries);
    }

    /** What can be downloaded now, oldest first. */
    public List<Bundle> available(UUID request) {
        return rows
                .list(
                        "request = ?1 and state = ?2 and availableUntil > ?3 order by number",
                        request,
                        READY,
                        clock.instant())
                .stream()
                .map(BundleEntity::view)
                .toList();
    }

    /** Keeps a bundle for longer. */
    public void prolong(UUID request, int number, Instant until) {
        locked(request, number).ifPresent(bundle -> bundle.availableUntil = until);
    }

    /**
     * Takes a bundle off the shelf.
     *
     * @return false where it was taken off before
     */
    public boolean end(UUID request, int number) {
        Optional<BundleEntity> standing = locked(request, number).filter(bundle -> !bundle.state.equals(ENDED));
        standing.ifPresent(bundle -> bundle.state = ENDED);
        return standing.isPresent();
    }

    /** What was said of a case's bundles in words; that there were some, and what they were, stays. */
    public void forget(UUID request) {
        rows.update("partialReason = null, leftOut = null where request = ?1", request);
    }

    private Optional<BundleEntity> locked(UUID request, int number) {
        return rows.find("request = ?1 and number = ?2", request, number)
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .firstResultOptional();
    }

    @ApplicationScoped
    static class Rows implements PanacheRepositoryBase<BundleEntity, UUID> {}
}
