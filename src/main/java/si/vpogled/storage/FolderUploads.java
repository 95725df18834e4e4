package si.vpogled.storage;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.UUID;

/** Writes the one file that was granted, in a folder that holds nothing else. */
public final class FolderUploads implements Uploads {
    private static final String UNDER_WAY = ".part";
    private final Path file;

    public FolderUploads(Grant.InFolder grant) {
        this.file = Path.of(grant.path());
    }

    /** What a process left that was killed before goes: should it still be at work, it cannot end that any more. */
    @Override
    public ObjectStore.Upload create(String key) throws IOException {
        Path folder = file.getParent();
        try (DirectoryStream<Path> left = Files.newDirectoryStream(folder, "*" + UNDER_WAY)) {
            for (Path one : left) {
                Files.deleteIfExists(one);
            }
        }
        Path temporary = folder.resolve(UUID.randomUUID() + UNDER_WAY);
        return new DirectoryUpload(folder, temporary, file, PrivateFiles.createForGroup(temporary));
    }
}
