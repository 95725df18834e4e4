package si.vpogled.connector.files;

import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static si.vpogled.connector.files.Reads.yaml;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import si.vpogled.connector.ConnectorException;
import si.vpogled.connector.FaultKind;
import si.vpogled.connector.Source;
import si.vpogled.connector.Source.Bindings;

/** A folder, and the source that shows it. */
interface ShownFolder {
    /** Bytes of a file that is opened only when its turn comes. */
    int NOT_READ_AHEAD = 2_000_000;

    String TREE = "{mode: tree, root: 'home/{hosting-account}'}";
    String MAIL = "{mode: maildir, root: 'home/{hosting-account}/mail'}";
    String LIST = "{mode: list, root: 'home/{hosting-account}'}";

    String LOG = """
            mode: log
            root: logs
            pattern: '^(?<at>\\S+ \\S+) (?<user>\\S+) (?<ip>\\S+)$'
            match: user
            times: {at: 'dd/MMM/yyyy:HH:mm:ss Z'}
            """;

    /** The folder that the source shows. */
    Path folder();

    Source source() throws ConnectorException;

    default Seen read(String read, Bindings bindings, String... places) throws ConnectorException {
        return read(read, bindings, new Seen(places));
    }

    default Seen read(String read, Bindings bindings, Seen seen) throws ConnectorException {
        try (Source source = source()) {
            source.read(yaml(read), bindings, seen);
        }
        return seen;
    }

    default FaultKind fault(String read, Bindings bindings) {
        return assertThatExceptionOfType(ConnectorException.class)
                .isThrownBy(() -> read(read, bindings))
                .actual()
                .kind();
    }

    default Path write(String path, String content) throws IOException {
        return write(path, content.getBytes(StandardCharsets.UTF_8));
    }

    default Path write(String path, byte[] content) throws IOException {
        Path file = folder().resolve(path);
        Files.createDirectories(file.getParent());
        return Files.write(file, content);
    }

    static void link(Path at, String target) {
        delete(at);
        try {
            Files.createSymbolicLink(at, Path.of(target));
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    static void cutOff(Path file, long size) {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            channel.truncate(size);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    static void delete(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    static void move(Path from, Path to) {
        try {
            Files.move(from, to);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
