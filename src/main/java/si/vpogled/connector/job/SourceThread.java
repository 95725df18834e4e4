package si.vpogled.connector.job;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
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

    interface Write {
        void run() throws IOException;
    }

    /** Does what may wait for a backend. */
    void use(Use use) throws ConnectorException {
        enter();
        try {
            use.run();
        } finally {
            leave();
        }
    }

    /** Writes to the extract in the midst of such a use. */
    void write(Write write) throws IOException {
        leave();
        try {
            write.run();
        } finally {
            enter();
        }
    }

    /** Reads a backend's content in the midst of such a write. */
    InputStream content(InputStream content) {
        return new FilterInputStream(content) {
            @Override
            public int read(byte[] into, int offset, int length) throws IOException {
                enter();
                try {
                    return in.read(into, offset, length);
                } finally {
                    leave();
                }
            }
        };
    }

    private synchronized void enter() {
        inside = Thread.currentThread();
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
