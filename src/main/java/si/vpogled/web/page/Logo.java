package si.vpogled.web.page;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;

/**
 * The provider's logo.
 *
 * @param name of the asset
 * @param text what it says, for those who do not see it
 */
public record Logo(String name, String type, byte[] content, String text) {
    private static final int LARGEST = 100 * 1024;
    private static final String SETTING = "vpogled.provider.logo (VPOGLED_PROVIDER_LOGO)";
    private static final String PNG = "89504e470d0a1a0a";

    /**
     * @throws IllegalStateException where there is no such file, or it is no picture that can be shown
     */
    static Logo read(Path file, String text) {
        byte[] content = content(file);
        if (content.length > LARGEST) {
            throw new IllegalStateException(
                    SETTING + ": " + file + " is larger than " + LARGEST / 1024 + " KiB, which every page would load");
        }
        if (HexFormat.of().formatHex(content).startsWith(PNG)) {
            return new Logo("logo.png", "image/png", content, text);
        }
        if (new String(content, StandardCharsets.UTF_8).contains("<svg")) {
            return new Logo("logo.svg", "image/svg+xml", content, text);
        }
        throw new IllegalStateException(SETTING + ": " + file + " is neither an SVG nor a PNG file");
    }

    private static byte[] content(Path file) {
        try (InputStream in = Files.newInputStream(file)) {
            return in.readNBytes(LARGEST + 1);
        } catch (IOException e) {
            throw new IllegalStateException(
                    SETTING + ": " + file + " cannot be read: " + e.getClass().getSimpleName(), e);
        }
    }
}
