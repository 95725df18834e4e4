package si.vpogled.connector.http;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import si.vpogled.connector.ConnectorException;
import si.vpogled.connector.Visitor;

/** Keeps interrupts from a visitor, but for the time that it waits for the content of a file. */
final class ShelteredVisitor implements Visitor {
    private final Visitor visitor;
    private final SocketThread thread;

    ShelteredVisitor(Visitor visitor, SocketThread thread) {
        this.visitor = visitor;
        this.thread = thread;
    }

    @Override
    public void row(Row row) throws ConnectorException {
        sheltered(() -> visitor.row(row));
    }

    @Override
    public void file(FoundFile file) throws ConnectorException {
        sheltered(() -> visitor.file(new FoundFile(
                file.name(),
                file.mediaType(),
                file.modified(),
                file.size(),
                () -> new Waiting(file.content().open()))));
    }

    @Override
    public void lookedThrough() {
        visitor.lookedThrough();
    }

    @Override
    public void leftAside(LeftAside reason) {
        thread.waits(false);
        try {
            visitor.leftAside(reason);
        } finally {
            thread.waits(true);
        }
    }

    private void sheltered(SocketThread.Work work) throws ConnectorException {
        thread.waits(false);
        try {
            work.run();
        } finally {
            thread.waits(true);
        }
    }

    private final class Waiting extends FilterInputStream {
        Waiting(InputStream content) {
            super(content);
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
        }

        @Override
        public int read(byte[] bytes, int offset, int length) throws IOException {
            thread.waits(true);
            try {
                return in.read(bytes, offset, length);
            } finally {
                thread.waits(false);
            }
        }
    }
}
