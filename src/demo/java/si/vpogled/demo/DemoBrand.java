package si.vpogled.demo;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Map;

/** How the demo's provider looks on pages, and how it is reached. */
final class DemoBrand {
    private DemoBrand() {}

    /** @param folder where the logo's file is put */
    static Map<String, String> environment(Path folder) {
        return Map.of(
                "VPOGLED_PROVIDER_CONTACT", "Podpora strankam",
                "VPOGLED_PROVIDER_CONTACT_EN", "Customer support",
                "VPOGLED_PROVIDER_PHONE", "+386 2 555 01 00",
                "VPOGLED_PROVIDER_WEBSITE", "https://www.gostovanje-lipa.si",
                "VPOGLED_PROVIDER_ACCENT", "#2f6b2f",
                "VPOGLED_PROVIDER_LOGO", logo(folder).toString());
    }

    private static Path logo(Path folder) {
        Path file = folder.resolve("logo.svg").toAbsolutePath();
        try (InputStream in = DemoBrand.class.getResourceAsStream("/logo.svg")) {
            Files.createDirectories(folder);
            Files.copy(in, file, StandardCopyOption.REPLACE_EXISTING);
            return file;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
