package si.vpogled.fulfilment.transmission;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import si.vpogled.bundle.shelf.BundleShelf;
import si.vpogled.request.Action;
import si.vpogled.request.Actor;
import si.vpogled.request.CaseException;
import si.vpogled.request.History;
import si.vpogled.request.MoveCase;
import si.vpogled.request.RequestCase;
import si.vpogled.request.Right;
import si.vpogled.schedule.Schedule;
import si.vpogled.storage.keys.RequestKeys;

/**
 * The subject names where an answer is to go (GDPR Art. 20(2)), and proves it: whoever receives there must know the secret
 * that they gave the subject. Nothing of the subject's is sent before.
 */
@ApplicationScoped
public class NameDestination {
    private final BundleShelf shelf;
    private final MoveCase cases;
    private final Receivers receivers;
    private final KeepDestination keep;

    NameDestination(BundleShelf shelf, MoveCase cases, Receivers receivers, KeepDestination keep) {
        this.shelf = shelf;
        this.cases = cases;
        this.receivers = receivers;
        this.keep = keep;
    }

    /**
     * A destination as it was typed.
     *
     * @param address {@code https://…} or {@code sftp://user@…}
     * @param secret the token, or the password
     * @param fingerprint of the host's key, by SFTP
     */
    public record Wish(String address, String secret, String fingerprint) {
        @Override
        public String toString() {
            return "Wish[…]";
        }
    }

    /**
     * @param number of the answer
     * @param key of the form: what is sent twice from one goes there once
     * @throws DestinationException where nothing can be sent there; nothing is kept of it
     */
    public void name(UUID request, int number, Wish wish, UUID key) throws DestinationException {
        QuarkusTransaction.requiringNew().run(() -> available(request, number));
        Destination destination = Destination.of(wish.address(), wish.fingerprint());
        String secret = Destination.secret(wish.secret());
        receivers.at(destination, secret).prove();
        QuarkusTransaction.requiringNew()
                .run(() -> keep.keep(available(request, number), destination, secret, id(request, number, wish, key)));
    }

    private static UUID id(UUID request, int number, Wish wish, UUID key) {
        String name = "transmission/" + request + "/" + number + "/" + key + "/" + wish.address();
        return UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8));
    }

    private BundleShelf.Bundle available(UUID request, int number) {
        RequestCase found = cases.lock(request);
        if (found.right() != Right.PORTABILITY) {
            throw new CaseException(
                    CaseException.Problem.WRONG_STATE, found.state().key());
        }
        return shelf.available(request).stream()
                .filter(bundle -> bundle.number() == number)
                .findFirst()
                .orElseThrow(() -> new CaseException(CaseException.Problem.DOWNLOAD_OVER, Integer.toString(number)));
    }

    /** Puts a proved destination on record, and its first try on the schedule. Within a transaction, case locked. */
    @ApplicationScoped
    static class KeepDestination {
        private final Transmissions.Rows rows;
        private final RequestKeys keys;
        private final History history;
        private final Schedule schedule;
        private final InstantSource clock;

        KeepDestination(
                Transmissions.Rows rows, RequestKeys keys, History history, Schedule schedule, InstantSource clock) {
            this.rows = rows;
            this.keys = keys;
            this.history = history;
            this.schedule = schedule;
            this.clock = clock;
        }

        void keep(BundleShelf.Bundle bundle, Destination destination, String secret, UUID id) {
            Optional<TransmissionEntity> before = rows.findByIdOptional(id);
            if (before.filter(sent -> sent.state != Transmission.State.FAILED).isPresent()) {
                return;
            }
            TransmissionEntity named = new TransmissionEntity();
            named.id = before.isPresent() ? UUID.randomUUID() : id;
            named.request = bundle.request();
            named.bundle = bundle.number();
            named.destination = destination.uri().toString();
            named.host = destination.host();
            named.fingerprint = destination.fingerprint().orElse(null);
            named.secret = SealedSecret.of(secret, named.id, keys.publicKey(bundle.request()));
            named.state = Transmission.State.UNDER_WAY;
            named.size = bundle.size();
            named.sha256 = bundle.sha256();
            named.answer = "";
            named.namedAt = clock.instant();
            rows.persist(named);
            history.append(
                    bundle.request(),
                    Actor.subject(),
                    Action.DESTINATION_NAMED,
                    Map.of("bundle", Integer.toString(bundle.number())));
            schedule.at(named.namedAt, TransmitTask.TASK, named.id.toString());
        }
    }
}
