package si.vpogled.connector.job;

import java.io.IOException;

/** The extract cannot be written: no fault of a backend, and the end of the run. */
final class WriteFailure extends RuntimeException {
    WriteFailure(IOException cause) {
        super(cause);
    }
}
