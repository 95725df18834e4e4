package si.vpogled.connector.extract;

import java.time.LocalDate;
import java.util.Optional;

/**
 * What is known of an entry only when all of it was written.
 *
 * @param keptUntil as in {@link Entry}
 */
record Tail(long records, Optional<LocalDate> keptUntil) {
    static final Tail OF_FILE = new Tail(0, Optional.empty());
}
