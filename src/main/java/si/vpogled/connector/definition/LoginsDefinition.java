package si.vpogled.connector.definition;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;

/**
 * Names by which an account signs in, read before the collection for each of its identifiers. A name that somebody
 * else's account has too would hand over the other's lines.
 *
 * @param from where in each row the name stands
 * @param shared where in each row it stands whether somebody else's account has that name too: the lines of a name
 *     where anything but a no stands are left out; without it each name must be the account's alone
 */
public record LoginsDefinition(String source, ObjectNode read, String from, Optional<String> shared) {
    public LoginsDefinition {
        shared = shared == null ? Optional.empty() : shared;
    }
}
