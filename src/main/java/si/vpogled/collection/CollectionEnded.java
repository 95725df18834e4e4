package si.vpogled.collection;

import java.util.UUID;

/** Every run of a case has ended; fired in the transaction of the last one's end. */
public record CollectionEnded(UUID request) {}
