package si.vpogled.web.health;

import jakarta.inject.Singleton;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;
import si.vpogled.storage.ObjectStore;
import si.vpogled.storage.StoreException;

/** Without the store no answer can be made or downloaded. */
@Readiness
@Singleton
class StoreReady implements HealthCheck {
    private static final String AWAY =
            "The store of extracts and bundles cannot be used. Is its folder mounted, or its bucket"
                    + " reachable, as VPOGLED_STORE_… say? Cases wait and go on by themselves.";

    private final Asking asking;

    StoreReady(ObjectStore store) {
        this.asking = new Asking(
                "store",
                () -> {
                    store.check();
                    return true;
                },
                StoreReady::advice);
    }

    @Override
    public HealthCheckResponse call() {
        return asking.answer();
    }

    private static String advice(Throwable why) {
        return StoreException.among(why)
                .map(told -> AWAY + " " + told.getMessage())
                .orElse(AWAY);
    }
}
