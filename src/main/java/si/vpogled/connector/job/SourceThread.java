package si.vpogled.connector.job;

import si.vpogled.connector.ConnectorException;

/**
 * Lets a run's thread be interrupted while it waits for a backend, and only then: an interruption while the extract is
 * written would close the extract's file.
 */
final class SourceThread {
    private Thread inside;
    private boolean interrupted;

    interface Use {
        void run() throws ConnectorException;
    }

    /** Does what may wait for a backend. */
    void use(Use use) throws ConnectorException {
        enter(Thread.currentThread());
        try {
            use.run();
        } finally {
            leave();
        }
    }

    private synchronized void enter(Thread thread) {
        inside = thread;
    }

    private synchronized void leave() {
        inside = null;
        if (interrupted) {
            Thread.interrupted();
        }
    }

    synchronized void interrupt() {
        if (inside != null) {
            interrupted = true;
            inside.interrupt();
        }
    }
}
