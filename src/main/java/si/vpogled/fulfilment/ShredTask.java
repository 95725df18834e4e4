package si.vpogled.fulfilment;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import si.vpogled.schedule.TaskHandler;
import si.vpogled.storage.ObjectStore;
import si.vpogled.storage.keys.RequestKeys;

/** A case is closed: its key is dropped first, which makes every copy unreadable, backups included; then the objects. */
@ApplicationScoped
class ShredTask implements TaskHandler {
    static final String TASK = "shred";

    private final RequestKeys keys;
    private final ObjectStore store;

    ShredTask(RequestKeys keys, ObjectStore store) {
        this.keys = keys;
        this.store = store;
    }

    @Override
    public String task() {
        return TASK;
    }

    @Override
    public Optional<Instant> run(String instance) throws IOException {
        UUID request = UUID.fromString(instance);
        QuarkusTransaction.requiringNew().run(() -> keys.shred(request));
        store.deleteAll("requests/" + request + "/");
        return Optional.empty();
    }
}
