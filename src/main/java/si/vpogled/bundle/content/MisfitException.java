package si.vpogled.bundle.content;

import java.io.IOException;

/** The forms of one collection do not go together. */
final class MisfitException extends IOException {
    MisfitException() {
        super("The contacts of a collection are not as many as its records, so nothing can be left out of them");
    }
}
