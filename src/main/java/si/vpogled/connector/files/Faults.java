package si.vpogled.connector.files;

import java.io.EOFException;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.channels.ClosedByInterruptException;
import java.util.zip.ZipException;
import si.vpogled.connector.ConnectorException;
import si.vpogled.connector.FaultKind;

/** What an I/O error means to the run. Paths stay out of messages: they are the subject's. */
final class Faults {
    private Faults() {}

    static ConnectorException of(IOException e) {
        if (e.getCause() instanceof ConnectorException known) {
            return known;
        }
        return switch (e) {
            case ClosedByInterruptException interrupted -> ended(e);
            case InterruptedIOException interrupted -> ended(e);
            case ZipException broken -> broken(e);
            case EOFException broken -> broken(e);
            case IOException other ->
                new ConnectorException(
                        FaultKind.UNAVAILABLE,
                        "The file system failed while it was read ("
                                + e.getClass().getSimpleName() + ")",
                        e);
        };
    }

    /** The thread was interrupted, and stays so. */
    static ConnectorException ended(Exception e) {
        Thread.currentThread().interrupt();
        return closed(e);
    }

    /** The source was closed by another thread. */
    static ConnectorException closed(Exception e) {
        return new ConnectorException(FaultKind.UNAVAILABLE, "Reading was ended from outside", e);
    }

    static ConnectorException misconfigured(String message) {
        return new ConnectorException(FaultKind.MISCONFIGURED, message);
    }

    private static ConnectorException broken(IOException e) {
        return new ConnectorException(
                FaultKind.DEFECT, "A compressed file is broken: it does not unpack to its end", e);
    }
}
