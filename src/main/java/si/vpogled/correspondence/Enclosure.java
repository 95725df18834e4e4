package si.vpogled.correspondence;

/**
 * A file as it was sent, before anything is known of it.
 *
 * @param name as the sender calls it
 * @param declaredType as the sender's program declares it; empty where it does not
 * @param size in bytes
 * @param content read only once the size is known to be bearable
 */
public record Enclosure(String name, String declaredType, long size, Content content) {
    /** Brings all bytes of a file. */
    public interface Content {
        byte[] read();
    }
}
