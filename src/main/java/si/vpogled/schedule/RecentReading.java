package si.vpogled.schedule;

import java.time.Duration;
import java.util.Optional;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What many gauges show, read at most once in a few seconds however often they are asked, and never where nobody asks. A
 * reading that fails counts as one, so that a database that is away is not asked by each gauge.
 */
public final class RecentReading<T> {
    private static final Logger LOG = LoggerFactory.getLogger(RecentReading.class);

    private final Supplier<T> source;
    private final long recent;
    private final LongSupplier nanoseconds;
    private Optional<T> reading = Optional.empty();
    private boolean read;
    private long readAt;

    public RecentReading(Supplier<T> source, Duration recent) {
        this(source, recent, System::nanoTime);
    }

    RecentReading(Supplier<T> source, Duration recent, LongSupplier nanoseconds) {
        this.source = source;
        this.recent = recent.toNanos();
        this.nanoseconds = nanoseconds;
    }

    /** Empty where it cannot be read just now. */
    public synchronized Optional<T> get() {
        if (!read || nanoseconds.getAsLong() - readAt >= recent) {
            reading = now();
            read = true;
            readAt = nanoseconds.getAsLong();
        }
        return reading;
    }

    private Optional<T> now() {
        try {
            return Optional.of(source.get());
        } catch (RuntimeException e) {
            LOG.warn("Metrics are not told for now: {}", e.getClass().getSimpleName());
            return Optional.empty();
        }
    }
}
