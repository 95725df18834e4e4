package si.vpogled.fulfilment;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;
import java.util.UUID;
import si.vpogled.bundle.shelf.BundleShelf;
import si.vpogled.collection.WithheldParts;
import si.vpogled.correspondence.Messages;
import si.vpogled.schedule.TaskHandler;
import si.vpogled.storage.ObjectStore;
import si.vpogled.storage.keys.RequestKeys;

/**
 * A case is closed: its key is dropped first, which makes every copy unreadable, backups included, and with it what was
 * written about the case in words; then the objects.
 */
@ApplicationScoped
class ShredTask implements TaskHandler {
    static final String TASK = "shred";

    private final BundleShelf shelf;
    private final RequestKeys keys;
    private final Messages messages;
    private final WithheldParts parts;
    private final ObjectStore store;

    ShredTask(BundleShelf shelf, RequestKeys keys, Messages messages, WithheldParts parts, ObjectStore store) {
        this.shelf = shelf;
        this.keys = keys;
        this.messages = messages;
        this.parts = parts;
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
            keys.shred(request);
            messages.forget(request);
            parts.forget(request);
        });
        store.deleteAll("requests/" + request + "/");
        return Optional.empty();
    }
}
