package si.vpogled.storage;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.SeekableByteChannel;

/**
 * Holds objects of any size under keys such as {@code requests/<id>/runs/<run>-1.extract}. An object appears whole or
 * not at all, and never changes afterwards. What is stored is already encrypted: a store sees no personal data.
 */
public interface ObjectStore {
    /** Starts an object. It exists once {@link Upload#commit()} has returned. */
    Upload create(String key) throws IOException;

    /**
     * Opens an object for reading from any position.
     *
     * @throws java.nio.file.NoSuchFileException where the store is there, and the object is not
     */
    SeekableByteChannel open(String key) throws IOException;

    boolean exists(String key) throws IOException;

    /** Removes every object whose key starts with {@code prefix}; none is no error. */
    void deleteAll(String prefix) throws IOException;

    /** An object in the making; closing it without commit leaves nothing behind. */
    interface Upload extends AutoCloseable {
        OutputStream stream();

        /** Makes the object durable and visible. */
        void commit() throws IOException;

        @Override
        void close() throws IOException;
    }
}
