package si.vpogled.schedule;

import com.github.kagkarlsson.scheduler.Clock;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.LongSupplier;

/**
 * Shows that this process looks for due tasks: whoever does asks for the time each time, whether or not there are any, and
 * before the database is asked.
 */
@Singleton
public class Pulse implements Clock {
    private final InstantSource clock;
    private final LongSupplier nanoseconds;
    private volatile Thread looker;
    private volatile long beat;

    @Inject
    Pulse(InstantSource clock) {
        this(clock, System::nanoTime);
    }

    Pulse(InstantSource clock, LongSupplier nanoseconds) {
        this.clock = clock;
        this.nanoseconds = nanoseconds;
        this.beat = nanoseconds.getAsLong();
    }

    /** The one thread on which due tasks are looked for. */
    ExecutorService looker() {
        return Executors.newSingleThreadExecutor(work -> {
            looker = Thread.ofPlatform().name("due-tasks").daemon().unstarted(work);
            return looker;
        });
    }

    @Override
    public Instant now() {
        if (Thread.currentThread() == looker) {
            beat = nanoseconds.getAsLong();
        }
        return clock.instant();
    }

    /** Whether it was looked for tasks within so long, or this process does none at all. */
    public boolean within(Duration time) {
        return looker == null || nanoseconds.getAsLong() - beat < time.toNanos();
    }
}
