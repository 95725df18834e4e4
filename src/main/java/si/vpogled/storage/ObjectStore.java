package si.vpogled.storage;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.SeekableByteChannel;

/**
 * Holds objects of any size under keys such as {@code requests/<id>/runs/<run>-1.extract}. An object appears whole or
 * not at all, and never changes afterwards. What is stored is already encrypted: a store sees no personal data.
 */
public interface ObjectStore extends Uploads {
    /**
     * Lets somebody who has no right to this store write that one object, once, and do nothing else.
     *
     * <p>Nothing of it is seen until it is whole. What was begun and is not brought to its end goes with {@link
     * #deleteAll}, and what was granted is good for nothing then.
     */
    Grant grant(String key, Grant.Terms terms) throws IOException;

    /**
     * Opens an object for reading from any position.
     *
     * @throws java.nio.file.NoSuchFileException where the store is there, and the object is not
     */
    SeekableByteChannel open(String key) throws IOException;

    boolean exists(String key) throws IOException;

    /**
     * Looks whether the store is there and open to us, within a few seconds: for those who have to say whether we can
     * work.
     *
     * @throws IOException saying what to do; it names neither a secret nor anybody
     */
    void check() throws IOException;

    /**
     * Removes every object whose key starts with {@code prefix}, and ends what was granted of such keys; none is no
     * error.
     */
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
