package si.vpogled.connector.http;

import java.util.Optional;
import si.vpogled.connector.ConnectorException;

/**
 * Runs work with sockets on a virtual thread: there, and only there, an interrupt ends a connect or a read at once.
 * The caller waits; its own interruption, or {@link #close} by anyone, is passed on.
 */
final class SocketThread implements AutoCloseable {
    private Optional<Thread> running = Optional.empty();
    private boolean closed;

    /** What is to be done. */
    interface Work {
        void run() throws ConnectorException;
    }

    void run(Work work) throws ConnectorException {
        Outcome outcome = new Outcome(work);
        Thread thread = start(outcome);
        boolean interrupted = false;
        while (thread.isAlive()) {
            try {
                thread.join();
            } catch (InterruptedException e) {
                interrupted = true;
                thread.interrupt();
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
        outcome.rethrow();
    }

    private synchronized Thread start(Runnable work) throws ConnectorException {
        if (closed) {
            throw Faults.stopped();
        }
        Thread thread = Thread.ofVirtual().name("http").start(work);
        running = Optional.of(thread);
        return thread;
    }

    @Override
    public synchronized void close() {
        closed = true;
        running.ifPresent(Thread::interrupt);
    }

    private static final class Outcome implements Runnable {
        private final Work work;
        private volatile Optional<Throwable> thrown = Optional.empty();

        Outcome(Work work) {
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
