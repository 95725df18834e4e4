package si.vpogled.connector.extract;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** Tells what was read, and the source's faults from the extract's own. */
final class ObservedContent extends FilterInputStream {
    private final Progress progress;

    ObservedContent(InputStream content, Progress progress) {
        super(content);
        this.progress = progress;
    }

    @Override
    public int read(byte[] into, int offset, int length) throws IOException {
        int count = readContent(into, offset, length);
        if (count > 0) {
            progress.add(0, count);
        }
        return count;
    }

    private int readContent(byte[] into, int offset, int length) throws IOException {
        try {
            return in.read(into, offset, length);
        } catch (java.io.InterruptedIOException | java.nio.channels.ClosedByInterruptException e) {
            throw e;
        } catch (IOException e) {
            throw new UnreadableContentException(e);
        }
    }
}
