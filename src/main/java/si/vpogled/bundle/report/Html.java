package si.vpogled.bundle.report;

import java.nio.charset.StandardCharsets;

/** A page as bytes. */
final class Html {
    private Html() {}

    static byte[] bytes(String html) {
        return html.getBytes(StandardCharsets.UTF_8);
    }
}
