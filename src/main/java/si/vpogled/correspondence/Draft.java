package si.vpogled.correspondence;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * A message that is to be sent.
 *
 * @param key tells it apart from others of its author; the same one again changes nothing
 * @param seen the last message that its author had before them; empty where there was none
 */
public record Draft(UUID key, String text, List<Enclosure> enclosures, Optional<UUID> seen) {
    /** Of the text, in UTF-16 units. */
    public static final int LONGEST_TEXT = 4000;

    public static final int MOST_FILES = 5;

    /** Of all files together, in bytes. */
    public static final long MOST_BYTES = 10_000_000;

    /** Of one side in a case: neither can take the other its room. */
    public static final int MOST_MESSAGES_OF_CASE = 200;

    /** Of all files of one side in a case, in bytes. */
    public static final long MOST_BYTES_OF_CASE = 100_000_000;

    public Draft {
        enclosures = List.copyOf(enclosures);
    }
}
