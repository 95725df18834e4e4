package si.vpogled.fulfilment;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;
import java.util.UUID;
import si.vpogled.bundle.shelf.BundleShelf;
import si.vpogled.collection.ForgetCollected;
import si.vpogled.correspondence.Messages;
import si.vpogled.request.ForgetWords;
import si.vpogled.schedule.TaskHandler;
import si.vpogled.storage.ObjectStore;
import si.vpogled.storage.keys.RequestKeys;

/**
 * A case is closed: its key is dropped first, which makes every copy unreadable, backups included, and with it what was
 * written about the case in words and what is known of the subject; then the objects.
 */
@ApplicationScoped
class ShredTask implements TaskHandler {
    static final String TASK = "shred";

    private final BundleShelf shelf;
    private final RequestKeys keys;
    private final ForgetWords words;
    private final Messages messages;
    private final ForgetCollected collected;
    private final ObjectStore store;

    ShredTask(
            BundleShelf shelf,
            RequestKeys keys,
            ForgetWords words,
            Messages messages,
            ForgetCollected collected,
            ObjectStore store) {
        this.shelf = shelf;
        this.keys = keys;
        this.words = words;
        this.messages = messages;
        this.collected = collected;
        this.store = store;
    }

    @Override
    public String task() {
        return TASK;
    }

    @Override
    public Optional<Instant> run(String instance) throws IOException {
        UUID request = UUID.fromString(instance);
        // an answer that was given stays for its whole period, even where its supplement is refused or withdrawn
        Optional<Instant> promised = QuarkusTransaction.requiringNew()
                .call(() -> shelf.available(request).stream()
                        .map(BundleShelf.Bundle::availableUntil)
                        .max(Comparator.naturalOrder()));
        if (promised.isPresent()) {
            return promised;
        }
        QuarkusTransaction.requiringNew().run(() -> {
            // the case first, as everywhere: so nobody waits for the other
            words.forget(request);
            keys.shred(request);
            messages.forget(request);
            collected.forget(request);
            shelf.forget(request);
        });
        store.deleteAll("requests/" + request + "/");
        return Optional.empty();
    }
}
