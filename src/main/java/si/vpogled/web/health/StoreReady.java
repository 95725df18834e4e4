package si.vpogled.web.health;

import jakarta.inject.Singleton;
import java.io.IOException;
import java.nio.file.NoSuchFileException;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;
import si.vpogled.storage.ObjectStore;
import si.vpogled.storage.StoreException;

/** Without the store no answer can be made or downloaded. It is asked for what it does not have. */
@Readiness
@Singleton
class StoreReady implements HealthCheck {
    private static final String NOTHING = "health/nothing";
    private static final String AWAY =
            "The store of extracts and bundles cannot be read. Is its folder mounted, or its bucket"
                    + " reachable, as VPOGLED_STORE_… say? Cases wait and go on by themselves.";

    private final ObjectStore store;
    private final Asking asking = new Asking("store", this::ask, StoreReady::advice);

    StoreReady(ObjectStore store) {
        this.store = store;
    }

    @Override
    public HealthCheckResponse call() {
        return asking.answer();
    }

    private boolean ask() throws IOException {
        try (var _ = store.open(NOTHING)) {
            return true;
        } catch (NoSuchFileException itIsThere) {
            return true;
        }
    }

    private static String advice(Throwable why) {
        return StoreException.among(why)
                .map(told -> AWAY + " " + told.getMessage())
                .orElse(AWAY);
    }
}
