package si.vpogled.connector.http;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;

/** Inflates a gzip body and stops where it grows beyond all proportion. */
final class Inflation extends FilterInputStream {
    private static final long HARMLESS = 16 * 1024 * 1024;
    private static final long MOST_RATIO = 200;

    private final Counted deflated;
    private long inflated;

    Inflation(InputStream deflated) throws IOException {
        this(new Counted(deflated));
    }

    private Inflation(Counted deflated) throws IOException {
        super(new GZIPInputStream(deflated, 8192));
        this.deflated = deflated;
    }

    @Override
    public int read() throws IOException {
        int read = super.read();
        grow(read < 0 ? 0 : 1);
        return read;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
        int read = super.read(bytes, offset, length);
        grow(Math.max(read, 0));
        return read;
    }

    private void grow(int bytes) throws ZipException {
        inflated += bytes;
        if (inflated > HARMLESS && inflated > deflated.bytes * MOST_RATIO) {
            throw new ZipException("grows beyond all proportion");
        }
    }

    private static final class Counted extends FilterInputStream {
        private long bytes;

        Counted(InputStream in) {
            super(in);
        }

        @Override
        public int read() throws IOException {
            int read = super.read();
            bytes += read < 0 ? 0 : 1;
            return read;
        }

        @Override
        public int read(byte[] buffer, int offset, int length) throws IOException {
            int read = super.read(buffer, offset, length);
            bytes += Math.max(read, 0);
            return read;
        }
    }
}
