package si.vpogled.connector.http;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** Bounds what is read for one record, whatever is read altogether. */
final class Portions extends FilterInputStream {
    private long left = Json.LARGEST_RECORD;

    Portions(InputStream body) {
        super(body);
    }

    /** More was read for one record than allowed. */
    static final class TooLarge extends IOException {}

    /** From here on, so many bytes are allowed, give or take the parser's buffer. */
    Portions next(long bytes) {
        left = bytes;
        return this;
    }

    @Override
    public int read() throws IOException {
        int read = super.read();
        take(read < 0 ? 0 : 1);
        return read;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
        int read = super.read(bytes, offset, length);
        take(Math.max(read, 0));
        return read;
    }

    @Override
    public boolean markSupported() {
        return false;
    }

    private void take(int bytes) throws TooLarge {
        left -= bytes;
        if (left < 0) {
            throw new TooLarge();
        }
    }
}
