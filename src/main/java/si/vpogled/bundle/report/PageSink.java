package si.vpogled.bundle.report;

import java.io.IOException;

/** Takes the finished pages, and what they bring along. */
public interface PageSink {
    /** @param path under {@code data/} */
    void file(String path, String mediaType, byte[] content) throws IOException;

    default void page(String path, byte[] html) throws IOException {
        file(path, "text/html", html);
    }
}
