package si.vpogled.storage;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.DirectoryStream;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.UUID;

/** Objects as files of a directory that only its owner may read. */
public final class DirectoryStore implements ObjectStore {
    /** No upload is silent for so long. */
    private static final Duration LEFTOVER = Duration.ofDays(1);

    private final Path root;
    private final Path uploads;

    /** Makes the directory where it is missing, and removes what uploads that were killed left long ago. */
    public DirectoryStore(Path root, InstantSource clock) throws IOException {
        this.root = root.toAbsolutePath().normalize();
        this.uploads = this.root.resolve(".uploads");
        PrivateFiles.createDirectories(uploads);
        removeLeftovers(clock.instant().minus(LEFTOVER));
    }

    @Override
    public Upload create(String key) throws IOException {
        Path target = path(key);
        return new DirectoryUpload(root, uploads.resolve(UUID.randomUUID().toString()), target);
    }

    /** The object's folder is its own, and open to the group of whoever writes there. */
    @Override
    public Grant grant(String key, Grant.Terms terms) throws IOException {
        Path target = path(key);
        PrivateFiles.createFolderForGroup(target.getParent());
        return new Grant.InFolder(Grant.VERSION, target.toString());
    }

    /** Somebody else may have written it: a link is nobody's object. */
    @Override
    public SeekableByteChannel open(String key) throws IOException {
        try {
            return Files.newByteChannel(path(key), StandardOpenOption.READ, LinkOption.NOFOLLOW_LINKS);
        } catch (NoSuchFileException e) {
            if (!Files.isDirectory(uploads)) {
                throw new StoreException(
                        StoreException.Kind.UNAVAILABLE,
                        "The folder of the store is not there, or another one in its place: " + root,
                        e);
            }
            throw e;
        }
    }

    @Override
    public boolean exists(String key) {
        return Files.isRegularFile(path(key), LinkOption.NOFOLLOW_LINKS);
    }

    @Override
    public void check() throws StoreException {
        if (!Files.isDirectory(uploads) || !Files.isWritable(uploads)) {
            throw new StoreException(
                    StoreException.Kind.UNAVAILABLE,
                    "The folder of the store is not there, or cannot be written to: " + root);
        }
    }

    @Override
    public void deleteAll(String prefix) throws IOException {
        if (prefix.endsWith("/")) {
            deleteTree(path(prefix.substring(0, prefix.length() - 1)));
            return;
        }
        Path first = path(prefix);
        String start = first.getFileName().toString();
        try (DirectoryStream<Path> siblings = Files.newDirectoryStream(
                first.getParent(), child -> child.getFileName().toString().startsWith(start))) {
            for (Path sibling : siblings) {
                deleteTree(sibling);
            }
        } catch (NoSuchFileException | NotDirectoryException nothingThere) {
            return;
        }
    }

    private Path path(String key) {
        return root.resolve(ObjectKey.checked(key));
    }

    private void removeLeftovers(Instant before) throws IOException {
        try (DirectoryStream<Path> files = Files.newDirectoryStream(uploads)) {
            for (Path file : files) {
                try {
                    if (Files.getLastModifiedTime(file).toInstant().isBefore(before)) {
                        Files.deleteIfExists(file);
                    }
                } catch (NoSuchFileException finishedMeanwhile) {
                    continue;
                }
            }
        } catch (java.nio.file.DirectoryIteratorException e) {
            throw new UncheckedIOException(e.getCause());
        }
    }

    private static void deleteTree(Path top) throws IOException {
        if (!Files.exists(top)) {
            return;
        }
        Files.walkFileTree(top, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                Files.deleteIfExists(file);
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFileFailed(Path file, IOException e) throws IOException {
                if (e instanceof NoSuchFileException) {
                    return FileVisitResult.CONTINUE;
                }
                throw e;
            }

            @Override
            public FileVisitResult postVisitDirectory(Path folder, IOException e) throws IOException {
                if (e != null) {
                    throw e;
                }
                Files.deleteIfExists(folder);
                return FileVisitResult.CONTINUE;
            }
        });
    }
}
