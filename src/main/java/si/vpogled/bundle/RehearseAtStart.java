package si.vpogled.bundle;

import com.nimbusds.jose.JOSEException;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;
import si.vpogled.inventory.Inventory;

/** Has the rehearsal take place once, a while after the start, which it does not slow down. */
@Singleton
final class RehearseAtStart {
    private static final Logger LOG = Logger.getLogger(RehearseAtStart.class);

    /** @param after how long after the start; without it there is no rehearsal */
    void start(
            @Observes StartupEvent event,
            Inventory inventory,
            @ConfigProperty(name = "vpogled.bundle.rehearse-after") Optional<Duration> after) {
        after.ifPresent(pause -> CompletableFuture.delayedExecutor(
                        pause.toMillis(), TimeUnit.MILLISECONDS, RehearseAtStart::onThread)
                .execute(() -> rehearse(new Rehearsal(inventory))));
    }

    private static void onThread(Runnable work) {
        Thread.ofPlatform()
                .daemon()
                .name("bundle-rehearsal")
                .priority(Thread.MIN_PRIORITY)
                .start(work);
    }

    private static void rehearse(Rehearsal rehearsal) {
        try {
            rehearsal.run();
        } catch (IOException | JOSEException | RuntimeException e) {
            LOG.warn("A bundle of nobody's could not be assembled: the next answer will fail as well", e);
        }
    }
}
