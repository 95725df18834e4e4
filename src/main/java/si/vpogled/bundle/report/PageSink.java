package si.vpogled.bundle.report;

import java.io.IOException;

/** Takes the finished pages, and what they bring along. */
public interface PageSink {
    /** @param path under {@code data/} */
    void file(String path, String mediaType, byte[] content) throws IOException;

    /** Whether a page is taken at all; one that is not need not be written. */
    default boolean wants(String path) {
        return true;
    }

    /** Whether any page is taken whose path begins so. */
    default boolean wantsAny(String beginning) {
        return true;
    }

    /** Whether it has all that it takes: what is not written by then need not be. */
    default boolean isFull() {
        return false;
    }

    default void page(String path, byte[] html) throws IOException {
        file(path, "text/html", html);
    }
}
