package si.vpogled.fulfilment.transmission;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.nio.channels.SeekableByteChannel;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import si.vpogled.schedule.TaskHandler;
import si.vpogled.storage.ObjectStore;
import si.vpogled.storage.seal.Unseal;

/**
 * Sends an answer to a proved destination: tried again where that may help, from where it broke off. Done twice it is sent
 * once, since the other side says what it has.
 */
@ApplicationScoped
class TransmitTask implements TaskHandler {
    static final String TASK = "transmit";

    private final Attempts attempts;
    private final Receivers receivers;
    private final ObjectStore store;

    TransmitTask(Attempts attempts, Receivers receivers, ObjectStore store) {
        this.attempts = attempts;
        this.receivers = receivers;
        this.store = store;
    }

    @Override
    public String task() {
        return TASK;
    }

    @Override
    public Optional<Instant> run(String instance) throws IOException {
        UUID id = UUID.fromString(instance);
        Optional<Attempts.Attempt> begun = QuarkusTransaction.requiringNew().call(() -> attempts.begin(id));
        if (begun.isEmpty()) {
            return Optional.empty();
        }
        Attempts.Attempt attempt = begun.get();
        try {
            String answer = send(attempt);
            QuarkusTransaction.requiringNew().run(() -> attempts.done(attempt, answer));
            return Optional.empty();
        } catch (DestinationException failed) {
            return QuarkusTransaction.requiringNew().call(() -> attempts.failed(attempt, failed.reason()));
        }
    }

    private String send(Attempts.Attempt attempt) throws DestinationException, IOException {
        String secret = SealedSecret.open(attempt.secret(), attempt.id(), attempt.pair());
        Receiver receiver = receivers.at(attempt.destination(), secret);
        byte[] context = attempt.bundle().sealContext().getBytes(StandardCharsets.UTF_8);
        try (SeekableByteChannel content =
                Unseal.open(attempt.pair(), context, store.open(attempt.bundle().key()))) {
            return receiver.send(new Receiver.Cargo(
                    attempt.id().toString(),
                    attempt.fileName(),
                    attempt.bundle().size(),
                    attempt.bundle().sha256(),
                    content));
        }
    }
}
