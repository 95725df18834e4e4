package si.vpogled.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/** The browser that the machine has, as {@code src/test/sh/browser.sh} finds it. */
public final class SystemBrowser {
    private SystemBrowser() {}

    public static Path path() {
        try {
            Process script = new ProcessBuilder("bash", "src/test/sh/browser.sh")
                    .redirectErrorStream(true)
                    .start();
            String said = new String(script.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
            if (script.waitFor() != 0) {
                throw new IllegalStateException(said);
            }
            return Path.of(said);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
