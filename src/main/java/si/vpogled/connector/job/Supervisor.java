package si.vpogled.connector.job;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BooleanSupplier;
import si.vpogled.connector.ConnectorException;
import si.vpogled.connector.FaultKind;

/**
 * Has work done on a virtual thread, where an interruption ends even a read that waits for a silent backend, and
 * watches over it: tells how far it is, and stops it when its time is up, nobody wants it any more, or the caller is
 * interrupted.
 */
final class Supervisor {
    private static final Duration LOOK = Duration.ofSeconds(1);
    private static final Duration GRACE = Duration.ofSeconds(3);
    private static final Duration LAST_GRACE = Duration.ofSeconds(10);

    private final InstantSource clock;
    private final StopSign stop;
    private final OpenSources sources;
    private final SourceThread thread;

    Supervisor(InstantSource clock, StopSign stop, OpenSources sources, SourceThread thread) {
        this.clock = clock;
        this.stop = stop;
        this.sources = sources;
        this.thread = thread;
    }

    /**
     * @param wanted asked about once a second; no ends the work
     */
    <T> T run(String name, Callable<T> work, Instant deadline, BooleanSupplier wanted)
            throws ConnectorException, InterruptedException {
        FutureTask<T> task = new FutureTask<>(work);
        Thread worker = Thread.ofVirtual().name(name).start(task);
        try {
            return await(task, deadline, wanted);
        } catch (InterruptedException e) {
            abandon(worker, new ConnectorException(FaultKind.UNAVAILABLE, "The process that ran it stopped"));
            throw e;
        } catch (OvertakenException e) {
            abandon(worker, e.fault);
            throw e.fault;
        }
    }

    private <T> T await(FutureTask<T> task, Instant deadline, BooleanSupplier wanted)
            throws ConnectorException, InterruptedException, OvertakenException {
        Instant interruption = Instant.MAX;
        while (true) {
            Instant now = clock.instant();
            if (now.isAfter(interruption)) {
                thread.interrupt();
            } else if (!now.isBefore(deadline) && interruption.equals(Instant.MAX)) {
                stop.raise(timeUp());
                sources.closeUnder();
                interruption = now.plus(GRACE);
            }
            try {
                return task.get(pause(now, deadline).toMillis(), TimeUnit.MILLISECONDS);
            } catch (TimeoutException e) {
                if (!wanted.getAsBoolean()) {
                    throw new OvertakenException();
                }
            } catch (ExecutionException e) {
                throw failure(e.getCause());
            }
        }
    }

    private static ConnectorException timeUp() {
        return new ConnectorException(
                FaultKind.UNAVAILABLE,
                "The run's time was up: the backend is slow, or limits.seconds of the definition too low");
    }

    private static Duration pause(Instant now, Instant deadline) {
        Duration left = Duration.between(now, deadline);
        return left.isPositive() && left.compareTo(LOOK) < 0 ? left.plusMillis(1) : LOOK;
    }

    private static ConnectorException failure(Throwable cause) {
        return switch (cause) {
            case ConnectorException e -> e;
            case RuntimeException e -> throw e;
            case Error e -> throw e;
            default ->
                new ConnectorException(
                        FaultKind.DEFECT, "The run failed: " + cause.getClass().getSimpleName());
        };
    }

    /** Ends the work at once; it cleans up after itself. */
    private void abandon(Thread worker, ConnectorException why) throws InterruptedException {
        stop.abandon(why);
        sources.closeUnder();
        worker.interrupt();
        worker.join(LAST_GRACE);
    }

    private static final class OvertakenException extends Exception {
        private final ConnectorException fault =
                new ConnectorException(FaultKind.UNAVAILABLE, "The run was overtaken, or is no longer wanted");
    }
}
