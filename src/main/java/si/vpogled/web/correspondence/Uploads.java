package si.vpogled.web.correspondence;

import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import si.vpogled.storage.PrivateFiles;

/**
 * The folder through which uploads come in. They are gone when their request is answered; those of a process that was
 * killed meanwhile, at the next start.
 */
@ApplicationScoped
class Uploads {
    /** No upload takes so long. */
    private static final Duration LEFTOVER = Duration.ofHours(1);

    private final Path folder;
    private final InstantSource clock;

    Uploads(@ConfigProperty(name = "quarkus.http.body.uploads-directory") Path folder, InstantSource clock) {
        this.folder = folder.toAbsolutePath();
        this.clock = clock;
    }

    void sweep(@Observes StartupEvent start) {
        Instant before = clock.instant().minus(LEFTOVER);
        try {
            PrivateFiles.createDirectories(folder);
            try (DirectoryStream<Path> files = Files.newDirectoryStream(folder, Files::isRegularFile)) {
                for (Path file : files) {
                    remove(file, before);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException("The folder of quarkus.http.body.uploads-directory cannot be used", e);
        }
    }

    private static void remove(Path file, Instant before) throws IOException {
        try {
            if (Files.getLastModifiedTime(file).toInstant().isBefore(before)) {
                Files.deleteIfExists(file);
            }
        } catch (NoSuchFileException _) {
            // it was answered meanwhile
        }
    }
}
