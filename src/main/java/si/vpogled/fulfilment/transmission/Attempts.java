package si.vpogled.fulfilment.transmission;

import com.nimbusds.jose.jwk.OctetKeyPair;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.net.URI;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import si.vpogled.bundle.shelf.BundleShelf;
import si.vpogled.fulfilment.transmission.DestinationException.Reason;
import si.vpogled.request.Action;
import si.vpogled.request.Actor;
import si.vpogled.request.History;
import si.vpogled.request.MoveCase;
import si.vpogled.request.RequestCase;
import si.vpogled.storage.keys.RequestKeys;

/** What becomes of each try to send. Within a transaction. */
@ApplicationScoped
class Attempts {
    private static final int MOST_DOUBLINGS = 12;
    private static final int MOST_ANSWER = 300;

    private final Transmissions.Rows rows;
    private final BundleShelf shelf;
    private final MoveCase cases;
    private final RequestKeys keys;
    private final History history;
    private final Clocked clocked;

    Attempts(
            Transmissions.Rows rows,
            BundleShelf shelf,
            MoveCase cases,
            RequestKeys keys,
            History history,
            Clocked clocked) {
        this.rows = rows;
        this.shelf = shelf;
        this.cases = cases;
        this.keys = keys;
        this.history = history;
        this.clocked = clocked;
    }

    /** One try. */
    record Attempt(
            UUID id,
            int number,
            Destination destination,
            byte[] secret,
            BundleShelf.Bundle bundle,
            String fileName,
            OctetKeyPair pair) {}

    /** Empty where nothing is to be sent any more. */
    Optional<Attempt> begin(UUID id) {
        Optional<TransmissionEntity> named = Optional.ofNullable(rows.findById(id));
        if (named.isEmpty()) {
            return Optional.empty();
        }
        RequestCase request = cases.lock(named.get().request);
        TransmissionEntity transmission = locked(id);
        if (transmission.state != Transmission.State.UNDER_WAY) {
            return Optional.empty();
        }
        Optional<BundleShelf.Bundle> bundle = shelf.available(request.id()).stream()
                .filter(available -> available.number() == transmission.bundle)
                .findFirst();
        if (bundle.isEmpty()) {
            giveUp(transmission, Reason.OVER);
            return Optional.empty();
        }
        transmission.attempt++;
        return Optional.of(new Attempt(
                id,
                transmission.attempt,
                new Destination(URI.create(transmission.destination), Optional.ofNullable(transmission.fingerprint)),
                transmission.secret,
                bundle.get(),
                request.reference() + "-" + transmission.bundle + ".zip",
                keys.keyPair(request.id())));
    }

    void done(Attempt attempt, String answer) {
        TransmissionEntity transmission = locked(attempt.id());
        if (isCurrent(transmission, attempt)) {
            transmission.end(Transmission.State.DONE, clocked.now());
            transmission.fault = null;
            transmission.answer = answer.substring(0, Math.min(MOST_ANSWER, answer.length()));
            tell(transmission, Action.TRANSMITTED);
        }
    }

    /** @return when to try again */
    Optional<Instant> failed(Attempt attempt, Reason reason) {
        TransmissionEntity transmission = locked(attempt.id());
        if (!isCurrent(transmission, attempt)) {
            return Optional.empty();
        }
        transmission.fault = reason;
        if (reason.passing() && transmission.attempt < clocked.config().tries()) {
            int doublings = Math.min(transmission.attempt - 1, MOST_DOUBLINGS);
            return Optional.of(clocked.now().plus(clocked.config().pause().multipliedBy(1L << doublings)));
        }
        giveUp(transmission, reason);
        return Optional.empty();
    }

    private static boolean isCurrent(TransmissionEntity transmission, Attempt attempt) {
        return transmission.state == Transmission.State.UNDER_WAY && transmission.attempt == attempt.number();
    }

    private void giveUp(TransmissionEntity transmission, Reason reason) {
        transmission.end(Transmission.State.FAILED, clocked.now());
        transmission.fault = reason;
        tell(transmission, Action.TRANSMISSION_FAILED);
    }

    private void tell(TransmissionEntity transmission, Action action) {
        history.append(
                transmission.request,
                Actor.system(),
                action,
                Map.of(
                        "bundle", Integer.toString(transmission.bundle),
                        "bytes", Long.toString(transmission.size),
                        "sha256", transmission.sha256));
    }

    private TransmissionEntity locked(UUID id) {
        TransmissionEntity found = rows.findById(id, LockModeType.PESSIMISTIC_WRITE);
        rows.getEntityManager().refresh(found);
        return found;
    }

    /** The time, and how much of it to let pass. */
    @ApplicationScoped
    static class Clocked {
        private final InstantSource clock;
        private final TransmissionConfig config;

        Clocked(InstantSource clock, TransmissionConfig config) {
            this.clock = clock;
            this.config = config;
        }

        Instant now() {
            return clock.instant();
        }

        TransmissionConfig config() {
            return config;
        }
    }
}
