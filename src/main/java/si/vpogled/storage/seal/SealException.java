package si.vpogled.storage.seal;

import java.io.IOException;

/** What was sealed cannot be opened: damaged, cut short, sealed to another key or for another purpose. */
public final class SealException extends IOException {
    SealException(String message) {
        super(message);
    }

    SealException(String message, Throwable cause) {
        super(message, cause);
    }
}
