package si.vpogled.connector.http;

import java.io.EOFException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** Fails where a body ends before its announced length; the JDK's client takes that for the end. */
final class WholeInputStream extends FilterInputStream {
    private long missing;

    WholeInputStream(InputStream body, long length) {
        super(body);
        this.missing = length;
    }

    @Override
    public int read() throws IOException {
        return counted(super.read(), 1);
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
        int read = super.read(bytes, offset, length);
        return counted(read, read);
    }

    @Override
    public long skip(long count) throws IOException {
        long skipped = super.skip(count);
        missing -= skipped;
        return skipped;
    }

    @Override
    public boolean markSupported() {
        return false;
    }

    private int counted(int result, long bytes) throws IOException {
        if (result < 0) {
            if (missing > 0) {
                throw new EOFException("body too short");
            }
            return result;
        }
        missing -= bytes;
        return result;
    }
}
