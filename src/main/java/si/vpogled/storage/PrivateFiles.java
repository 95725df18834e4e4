package si.vpogled.storage;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;

/** Files and folders that only their owner may read (0600, 0700) and that survive a power cut. */
public final class PrivateFiles {
    private static final boolean POSIX =
            FileSystems.getDefault().supportedFileAttributeViews().contains("posix");

    private PrivateFiles() {}

    /** Makes a new file; fails where there is one. */
    public static FileChannel create(Path file) throws IOException {
        return create(file, "rw-------");
    }

    /** The same, readable to its group. */
    static FileChannel createForGroup(Path file) throws IOException {
        return create(file, "rw-r-----");
    }

    private static FileChannel create(Path file, String permissions) throws IOException {
        return FileChannel.open(
                file,
                Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.READ, StandardOpenOption.WRITE),
                permissions(permissions));
    }

    /** Makes a folder that its group may write to, below such that it may not. */
    static void createFolderForGroup(Path folder) throws IOException {
        createDirectories(folder);
        if (POSIX) {
            Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxrwx---"));
        }
    }

    /** Makes a folder and those above it where they are missing, each durable in the one above it. */
    public static void createDirectories(Path folder) throws IOException {
        if (Files.isDirectory(folder)) {
            return;
        }
        createDirectories(folder.getParent());
        try {
            Files.createDirectory(folder, permissions("rwx------"));
        } catch (java.nio.file.FileAlreadyExistsException madeMeanwhile) {
            if (!Files.isDirectory(folder)) {
                throw madeMeanwhile;
            }
        }
        force(folder.getParent());
    }

    /** Makes a folder's list of names durable; systems without POSIX know no such thing. */
    static void force(Path folder) throws IOException {
        if (POSIX) {
            try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
                channel.force(true);
            }
        }
    }

    private static FileAttribute<?>[] permissions(String permissions) {
        return POSIX
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(permissions))
                }
                : new FileAttribute<?>[0];
    }
}
