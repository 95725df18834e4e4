package si.vpogled.connector.files;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import si.vpogled.connector.ConnectorException;

/** A file's content that remembers why reading it failed, for whoever finds the run broken off. */
final class Watched extends FilterInputStream {
    private Optional<ConnectorException> fault = Optional.empty();

    Watched(InputStream in) {
        super(in);
    }

    Optional<ConnectorException> fault() {
        return fault;
    }

    @Override
    public int read() throws IOException {
        try {
            return in.read();
        } catch (IOException e) {
            throw remembered(e);
        }
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
        try {
            return in.read(bytes, offset, length);
        } catch (IOException e) {
            throw remembered(e);
        }
    }

    private IOException remembered(IOException e) {
        ConnectorException meant = Faults.of(e);
        fault = Optional.of(meant);
        return new IOException(meant.getMessage(), meant);
    }
}
