package si.vpogled.connector.extract;

import java.io.IOException;

/** Hears what is written, as it is written: for limits and for whoever watches. */
@FunctionalInterface
public interface Progress {
    /**
     * @param records since the last call
     * @param bytes since the last call, before compression
     * @throws IOException to stop writing; it reaches the caller of the writer as it is
     */
    void add(long records, long bytes) throws IOException;
}
