package si.vpogled.storage;

import java.io.IOException;

/** Takes objects. */
@FunctionalInterface
public interface Uploads {
    /** Starts an object. It exists once {@link ObjectStore.Upload#commit()} has returned. */
    ObjectStore.Upload create(String key) throws IOException;
}
