package si.vpogled.connector.job;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import si.vpogled.connector.ConnectorException;
import si.vpogled.connector.FaultKind;

/** A folder that only this process may read, and that is gone when it is closed. */
final class Scratch implements AutoCloseable {
    private final Path folder;

    Scratch(Path parent) throws ConnectorException {
        try {
            folder = Files.createTempDirectory(parent, "run-");
        } catch (IOException e) {
            throw new ConnectorException(
                    FaultKind.MISCONFIGURED,
                    "No temporary folder can be made in " + parent + ": is it there, and writable?",
                    e);
        }
    }

    Path folder() {
        return folder;
    }

    @Override
    public void close() {
        try (Stream<Path> files = Files.walk(folder)) {
            List<Path> deepestFirst = files.sorted(Comparator.reverseOrder()).toList();
            for (Path file : deepestFirst) {
                Files.deleteIfExists(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("A temporary folder could not be removed: " + folder, e);
        }
    }
}
