package si.vpogled.storage.setup;

import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.time.Duration;
import java.time.InstantSource;
import org.eclipse.microprofile.config.Config;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import si.vpogled.storage.MasterKey;
import si.vpogled.storage.ObjectStore;
import si.vpogled.storage.s3.S3Store;

/** Opens the store that configuration names; whoever forgot the store or the master key learns it at start. */
final class StoreStart {
    private static final Logger LOG = LoggerFactory.getLogger(StoreStart.class);
    /** No upload takes so long, not even that of a run that takes the longest time there is. */
    private static final Duration LEFTOVER = Duration.ofDays(2);

    @Produces
    @Singleton
    ObjectStore store(Config config, InstantSource clock) {
        try {
            ObjectStore store = OpenStore.of(name -> config.getOptionalValue(name, String.class), clock);
            store.check();
            if (store instanceof S3Store s3) {
                tidyUp(s3, clock);
            }
            return store;
        } catch (IOException e) {
            throw new IllegalStateException(e.getMessage(), e);
        }
    }

    /** Not every store lets us see uploads; then its own rules must end them. */
    private static void tidyUp(S3Store store, InstantSource clock) {
        try {
            store.removeLeftovers(clock.instant().minus(LEFTOVER));
        } catch (IOException e) {
            LOG.warn(
                    "Uploads that were killed cannot be removed, let a lifecycle rule of the bucket do it: {}",
                    e.getMessage());
        }
    }

    void check(@Observes StartupEvent start, MasterKey masterKey, ObjectStore store) {}
}
