package si.vpogled.connector.http;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.random.RandomGenerator;
import si.vpogled.connector.ConnectorException;
import si.vpogled.connector.FaultKind;
import si.vpogled.connector.SourceContext;

/** When the next request may start: the backend's rate, pauses between tries, the run's end. */
final class Pace {
    private static final Duration SHORTEST = Duration.ofMillis(500);
    private static final Duration LONGEST = Duration.ofSeconds(30);

    private final InstantSource clock;
    private final Instant end;
    private final Duration interval;
    private final Pause pause;
    private final RandomGenerator jitter;
    private Instant next = Instant.MIN;

    private Pace(InstantSource clock, Instant end, Duration interval, Pause pause, RandomGenerator jitter) {
        this.clock = clock;
        this.end = end;
        this.interval = interval;
        this.pause = pause;
        this.jitter = jitter;
    }

    static Pace of(HttpSettings settings, SourceContext context, Pause pause, RandomGenerator jitter) {
        return new Pace(
                context.clock(), context.clock().instant().plus(context.time()), settings.interval(), pause, jitter);
    }

    /** Waits until one more request keeps the rate. */
    void slot() throws ConnectorException {
        Instant now = clock.instant();
        if (next.isAfter(now)) {
            sleep(Duration.between(now, next));
            now = next;
        }
        left();
        next = now.plus(interval);
    }

    /**
     * Waits before a further try.
     *
     * @throws ConnectorException the fault, where the run would be over before
     */
    void wait(Duration time, ConnectorException fault) throws ConnectorException {
        if (clock.instant().plus(time).isAfter(end)) {
            throw fault;
        }
        sleep(time);
    }

    /** A pause that doubles with each failure, half of it by chance, so that many runs do not come back at once. */
    Duration backoff(int failures) {
        long full = Math.min(LONGEST.toMillis(), SHORTEST.toMillis() << Math.min(failures - 1, 10));
        return Duration.ofMillis(full / 2 + jitter.nextLong(full / 2 + 1));
    }

    /** What is left of the run's time. */
    Duration left() throws ConnectorException {
        Duration left = Duration.between(clock.instant(), end);
        if (left.isNegative() || left.isZero()) {
            throw new ConnectorException(
                    FaultKind.UNAVAILABLE,
                    "The run's time was up before the backend had answered everything; raise limits.seconds if it"
                            + " always takes so long");
        }
        return left;
    }

    Instant now() {
        return clock.instant();
    }

    private void sleep(Duration time) throws ConnectorException {
        try {
            pause.pause(time);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw Faults.stopped();
        }
    }
}
