package si.vpogled.bundle.content;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** Content being read, which says whose it is when it cannot be. */
final class NamedContent extends FilterInputStream {
    private final Content content;

    NamedContent(Content content, InputStream in) {
        super(in);
        this.content = content;
    }

    @Override
    public int read() throws IOException {
        try {
            return in.read();
        } catch (IOException e) {
            throw content.damaged(e);
        }
    }

    @Override
    public int read(byte[] into, int offset, int length) throws IOException {
        try {
            return in.read(into, offset, length);
        } catch (IOException e) {
            throw content.damaged(e);
        }
    }
}
