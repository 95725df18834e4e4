package si.vpogled.connector.files;

import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;

/** Lines of a log: of a line that is too long, the beginning. */
final class LineReader {
    /** Longer than any server logs a request of allowed length. */
    static final int LONGEST = 64 * 1024;

    private final InputStream in;
    private final byte[] buffer = new byte[64 * 1024];
    private final byte[] line = new byte[LONGEST];
    private int at;
    private int filled;
    private boolean cut;

    LineReader(InputStream in) {
        this.in = in;
    }

    Optional<String> next() throws IOException {
        int length = 0;
        boolean any = false;
        cut = false;
        while (at < filled || fill()) {
            any = true;
            int end = at;
            while (end < filled && buffer[end] != '\n') {
                end++;
            }
            int kept = Math.min(end - at, LONGEST - length);
            System.arraycopy(buffer, at, line, length, kept);
            length += kept;
            cut |= kept < end - at;
            at = end;
            if (end < filled) {
                at++;
                break;
            }
        }
        return any ? Optional.of(text(length)) : Optional.empty();
    }

    /** Whether of the line that came last only the beginning did. */
    boolean cut() {
        return cut;
    }

    private String text(int length) {
        int end = length > 0 && line[length - 1] == '\r' ? length - 1 : length;
        return RawName.decode(java.util.Arrays.copyOf(line, end));
    }

    private boolean fill() throws IOException {
        at = 0;
        filled = in.read(buffer);
        return filled > 0;
    }
}
