package si.vpogled.storage.seal;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;

/** Passes whole arrays on, and closes what lies below once. */
final class ClosedOnceStream extends FilterOutputStream {
    private boolean closed;

    ClosedOnceStream(OutputStream out) {
        super(out);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
        out.write(bytes, offset, length);
    }

    /** Half a segment cannot be written: only closing writes all. */
    @Override
    public void flush() {}

    @Override
    public void close() throws IOException {
        if (!closed) {
            closed = true;
            out.close();
        }
    }
}
