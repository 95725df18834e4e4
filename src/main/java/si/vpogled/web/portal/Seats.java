package si.vpogled.web.portal;

import io.quarkus.runtime.ShutdownDelayInitiatedEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Bounds how many pages are kept up to date at once; whoever finds no seat asks again now and then instead. */
@ApplicationScoped
class Seats {
    private final EventsConfig config;
    private final Map<UUID, Integer> taken = new HashMap<>();
    private int all;
    private volatile boolean leaving;

    Seats(EventsConfig config) {
        this.config = config;
    }

    void leave(@Observes ShutdownDelayInitiatedEvent event) {
        leaving = true;
    }

    /** Whether this process ends: whoever listens is let go, and comes back to another one. */
    boolean leaving() {
        return leaving;
    }

    /** To be closed. */
    interface Seat extends AutoCloseable {
        @Override
        void close();
    }

    /** Empty where all are taken. */
    synchronized Optional<Seat> take(UUID request) {
        if (all >= config.inAll() || taken.getOrDefault(request, 0) >= config.perCase()) {
            return Optional.empty();
        }
        all++;
        taken.merge(request, 1, Integer::sum);
        return Optional.of(() -> free(request));
    }

    private synchronized void free(UUID request) {
        all--;
        taken.computeIfPresent(request, (_, seats) -> seats > 1 ? seats - 1 : null);
    }
}
