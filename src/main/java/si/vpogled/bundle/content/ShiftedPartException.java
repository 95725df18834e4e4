package si.vpogled.bundle.content;

import java.io.IOException;

/** What was to be withheld is not where it was when that was decided: staff decide anew. Names nothing of its content. */
public final class ShiftedPartException extends IOException {
    ShiftedPartException(String connector) {
        super("What was to be withheld of what " + connector + " brought is not found there any more");
    }
}
