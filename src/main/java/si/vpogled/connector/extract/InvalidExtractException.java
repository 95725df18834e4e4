package si.vpogled.connector.extract;

import java.io.IOException;

/** What a connector wrote is not an extract, or not a sound one. The message names no entry: names may be personal. */
public final class InvalidExtractException extends IOException {
    public InvalidExtractException(String message) {
        super(message);
    }

    public InvalidExtractException(String message, Throwable cause) {
        super(message, cause);
    }
}
