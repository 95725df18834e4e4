package si.vpogled.connector.files;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.NoSuchFileException;
import java.util.Optional;
import si.vpogled.connector.Visitor.LeftAside;

/** A file that is not delivered, and the visitor is told why. */
final class LeftAsideException extends IOException {
    private final LeftAside reason;

    LeftAsideException(LeftAside reason) {
        super("Left aside: " + reason);
        this.reason = reason;
    }

    /** Why what could not be opened is left aside; empty where it is a fault. */
    static Optional<LeftAside> reason(IOException e) {
        return switch (e) {
            case LeftAsideException aside -> Optional.of(aside.reason);
            case NoSuchFileException gone -> Optional.of(LeftAside.VANISHED);
            case AccessDeniedException denied -> Optional.of(LeftAside.FORBIDDEN);
            case IOException other -> Optional.empty();
        };
    }
}
