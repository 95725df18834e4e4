package si.vpogled.storage;

import java.io.IOException;

/** Takes objects. */
@FunctionalInterface
public interface Uploads {
    /** For those who write nothing. */
    Uploads NONE = key -> {
        throw new IOException("Nothing is to be written here");
    };

    /** Starts an object. It exists once {@link ObjectStore.Upload#commit()} has returned. */
    ObjectStore.Upload create(String key) throws IOException;
}
