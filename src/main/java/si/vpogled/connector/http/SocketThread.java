package si.vpogled.connector.http;

import java.util.Optional;
import si.vpogled.connector.ConnectorException;

/**
 * Runs work with sockets on a virtual thread: there, and only there, an interrupt ends a connect or a read at once.
 * The caller waits; its own interruption, or {@link #close} by anyone, is passed on, but only while the work waits for
 * the backend: a visitor writes to files, which an interrupt would close.
 */
public final class SocketThread implements AutoCloseable {
    private Optional<Thread> running = Optional.empty();
    private boolean waiting;
    private boolean stopped;
    private boolean closed;

    /** What is to be done. */
    public interface Work {
        void run() throws ConnectorException;
    }

    public void run(Work work) throws ConnectorException {
        Result result = new Result(work);
        Thread thread = start(result);
        boolean interrupted = false;
        while (thread.isAlive()) {
            try {
                thread.join();
            } catch (InterruptedException e) {
                interrupted = true;
                stop();
            }
        }
        ended();
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
        result.rethrow();
    }

    private synchronized Thread start(Runnable work) throws ConnectorException {
        if (closed) {
            throw Faults.stopped();
        }
        stopped = false;
        waiting = true;
        Thread thread = Thread.ofVirtual().name("http").start(work);
        running = Optional.of(thread);
        return thread;
    }

    private synchronized void ended() {
        running = Optional.empty();
    }

    private synchronized void stop() {
        stopped = true;
        if (waiting) {
            running.ifPresent(Thread::interrupt);
        }
    }

    /** The work's own thread begins or ends to wait for the backend. */
    synchronized void waits(boolean begins) {
        waiting = begins;
        if (stopped && begins) {
            Thread.currentThread().interrupt();
        } else if (stopped) {
            Thread.interrupted();
        }
    }

    @Override
    public synchronized void close() {
        closed = true;
        stop();
    }

    private static final class Result implements Runnable {
        private final Work work;
        private volatile Optional<Throwable> thrown = Optional.empty();

        Result(Work work) {
            this.work = work;
        }

        @Override
        public void run() {
            try {
                work.run();
            } catch (ConnectorException | RuntimeException | Error e) {
                thrown = Optional.of(e);
            }
        }

        void rethrow() throws ConnectorException {
            switch (thrown.orElse(null)) {
                case null -> {}
                case ConnectorException e -> throw e;
                case RuntimeException e -> throw e;
                case Error e -> throw e;
                case Throwable e -> throw new IllegalStateException(e);
            }
        }
    }
}
