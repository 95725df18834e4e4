package si.vpogled.correspondence;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * A message about a case.
 *
 * @param fromSubject otherwise it is from staff
 * @param author the name of the member of staff; empty for the subject
 * @param seen by the other side; a message of the subject, when staff answered it or marked it as read
 */
public record Message(
        UUID id,
        boolean fromSubject,
        String author,
        String text,
        Instant at,
        Optional<Instant> seen,
        List<Attachment> attachments) {
    public Message {
        attachments = List.copyOf(attachments);
    }

    /**
     * A file that came with it.
     *
     * @param name safe to save under
     * @param mediaType by content, without parameters
     * @param size in bytes
     * @param sha256 of the content, in hexadecimal
     */
    public record Attachment(UUID id, String name, String mediaType, long size, String sha256) {}
}
