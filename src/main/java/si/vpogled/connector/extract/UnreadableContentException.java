package si.vpogled.connector.extract;

import java.io.IOException;

/** The content of one file could not be read to its end. The extract is without that file, and can go on. */
public final class UnreadableContentException extends IOException {
    UnreadableContentException(IOException cause) {
        super("The content of a file could not be read", cause);
    }

    @Override
    public synchronized IOException getCause() {
        return (IOException) super.getCause();
    }
}
