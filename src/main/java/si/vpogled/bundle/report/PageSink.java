package si.vpogled.bundle.report;

import java.io.IOException;

/** Takes the finished pages. */
public interface PageSink {
    /** @param path under {@code data/} */
    void page(String path, byte[] html) throws IOException;
}
