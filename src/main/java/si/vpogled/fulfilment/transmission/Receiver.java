package si.vpogled.fulfilment.transmission;

import java.io.IOException;
import java.nio.channels.SeekableByteChannel;

/** The other side, at an address that was checked, with the secret that they gave the subject. */
interface Receiver {
    /**
     * An answer on its way.
     *
     * @param id of the transmission, the same at every try
     * @param name of the file
     * @param sha256 lower-case hexadecimal
     * @param content from its beginning
     */
    record Cargo(String id, String name, long size, String sha256, SeekableByteChannel content) {}

    /** Shows that they know the secret, without sending anything of the subject's. */
    void prove() throws DestinationException;

    /**
     * Sends what they do not have yet; where they have all of it, nothing.
     *
     * @return what they answered, in a few words of theirs
     * @throws IOException where our own content cannot be read
     */
    String send(Cargo cargo) throws DestinationException, IOException;
}
