package si.vpogled.storage.setup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import si.vpogled.storage.DirectoryStore;
import si.vpogled.storage.ObjectStore;
import si.vpogled.storage.StoreException;
import si.vpogled.storage.StoreSettings;
import si.vpogled.storage.s3.S3Store;

class OpenStoreTest {
    @TempDir
    Path folder;

    private static ObjectStore open(Map<String, String> environment) throws StoreException {
        return OpenStore.of(StoreSettings.of(environment), InstantSource.system());
    }

    @Test
    void aDirectoryIsWhatIsUnderstood() throws StoreException {
        assertThat(open(Map.of("VPOGLED_STORE_DIRECTORY", folder.toString()))).isInstanceOf(DirectoryStore.class);
    }

    @Test
    void aBucketWhereItIsSaidSo() throws StoreException {
        Map<String, String> environment = new HashMap<>(Map.of("VPOGLED_STORE_DIRECTORY", folder.toString()));
        environment.put("VPOGLED_STORE_KIND", "s3");
        environment.put("VPOGLED_STORE_S3_BUCKET", "vpogled");
        environment.put("VPOGLED_STORE_S3_ACCESS_KEY", "key");
        environment.put("VPOGLED_STORE_S3_SECRET_KEY", "secret");

        assertThat(open(environment)).isInstanceOf(S3Store.class);
    }

    @Test
    void whatIsMissingIsNamed() {
        assertThatThrownBy(() -> open(Map.of()))
                .isInstanceOf(StoreException.class)
                .hasMessageContaining("VPOGLED_STORE_DIRECTORY must name a folder");
        assertThatThrownBy(() -> open(Map.of("VPOGLED_STORE_KIND", "s3", "VPOGLED_STORE_S3_BUCKET", " ")))
                .isInstanceOf(StoreException.class)
                .hasMessageContaining("VPOGLED_STORE_S3_BUCKET must name");
        assertThatThrownBy(() -> open(Map.of("VPOGLED_STORE_KIND", "tape")))
                .hasMessage("VPOGLED_STORE_KIND must be directory or s3");
    }

    @Test
    void aFolderThatCannotBeMadeIsNamed() throws IOException {
        Path file = Files.createFile(folder.resolve("file"));

        assertThatThrownBy(() -> open(
                        Map.of("VPOGLED_STORE_DIRECTORY", file.resolve("store").toString())))
                .isInstanceOf(StoreException.class)
                .hasMessageContaining(file.toString());
    }
}
