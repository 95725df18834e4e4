package si.vpogled.connector.extract;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;

/** Tells what was written. */
final class ObservedStream extends FilterOutputStream {
    private final Progress progress;

    ObservedStream(OutputStream out, Progress progress) {
        super(out);
        this.progress = progress;
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
        progress.add(0, length);
        out.write(bytes, offset, length);
    }

    @Override
    public void write(int value) throws IOException {
        write(new byte[] {(byte) value}, 0, 1);
    }
}
