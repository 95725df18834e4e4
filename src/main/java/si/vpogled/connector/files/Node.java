package si.vpogled.connector.files;

import java.time.Instant;
import java.util.Optional;

/**
 * What stands at a path, links not followed.
 *
 * @param path raw, relative to the tree's folder; empty for that folder itself
 * @param size in bytes; 0 unless a file
 */
record Node(String path, Kind kind, long size, Optional<Instant> modified) {
    enum Kind {
        FILE,
        DIRECTORY,
        LINK,
        SPECIAL,
        /** It was listed, and gone when looked at. */
        VANISHED
    }

    String name() {
        return path.substring(path.lastIndexOf('/') + 1);
    }

    static String join(String folder, String name) {
        return folder.isEmpty() ? name : folder + "/" + name;
    }
}
