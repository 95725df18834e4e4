package si.vpogled.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DirectoryStoreTest {
    private static final Instant NOW = Instant.parse("2026-03-01T10:00:00Z");

    @TempDir
    Path folder;

    private DirectoryStore store;

    @BeforeEach
    void open() throws IOException {
        store = new DirectoryStore(folder.resolve("store"), InstantSource.fixed(NOW));
    }

    @Test
    void anObjectIsThereOnceItIsCommitted() throws IOException {
        try (ObjectStore.Upload upload = store.create("requests/1/runs/a-1.extract")) {
            upload.stream().write("content".getBytes());
            upload.stream().close();
            assertThat(store.exists("requests/1/runs/a-1.extract")).isFalse();
            upload.commit();
        }

        assertThat(store.exists("requests/1/runs/a-1.extract")).isTrue();
        assertThat(read("requests/1/runs/a-1.extract")).isEqualTo("content");
    }

    @Test
    void aStoreThatIsAwayIsToldFromAnObjectThatIsMissing() throws IOException {
        assertThatThrownBy(() -> store.open("requests/1/none")).isInstanceOf(NoSuchFileException.class);

        Files.move(folder.resolve("store"), folder.resolve("unmounted"));
        Files.createDirectory(folder.resolve("store"));

        assertThatThrownBy(() -> store.open("requests/1/none"))
                .isInstanceOf(IOException.class)
                .isNotInstanceOf(NoSuchFileException.class)
                .hasMessageContaining("not there");
    }

    @Test
    void anUploadWithoutCommitLeavesNothing() throws IOException {
        try (ObjectStore.Upload upload = store.create("requests/1/a")) {
            upload.stream().write(1);
        }

        assertThat(store.exists("requests/1/a")).isFalse();
        assertThat(files()).isEmpty();
    }

    @Test
    void aLargeObjectIsWhole() throws IOException {
        byte[] piece = new byte[1 << 20];
        try (ObjectStore.Upload upload = store.create("large")) {
            for (int count = 0; count < 70; count++) {
                Arrays.fill(piece, (byte) count);
                upload.stream().write(piece);
            }
            upload.commit();
        }

        try (InputStream in = Channels.newInputStream(store.open("large"))) {
            for (int count = 0; count < 70; count++) {
                Arrays.fill(piece, (byte) count);
                assertThat(Arrays.equals(in.readNBytes(piece.length), piece)).isTrue();
            }
            assertThat(in.read()).isNegative();
        }
    }

    @Test
    void aLargeUploadWithoutCommitLeavesNothing() throws IOException {
        try (ObjectStore.Upload upload = store.create("large")) {
            upload.stream().write(new byte[70 << 20]);
        }

        assertThat(files()).isEmpty();
    }

    @Test
    void whatCouldNotBeMadeDurableEarlierIsNotCommitted() throws IOException {
        try (FileChannel channel = PrivateFiles.create(folder.resolve("failing"))) {
            EarlyForce early = new EarlyForce(channel);
            channel.close();

            early.wrote(64 << 20);

            assertThatThrownBy(early::finish).isInstanceOf(IOException.class);
        }
    }

    @Test
    void anObjectNeverChanges() throws IOException {
        put("a/b");
        try (ObjectStore.Upload second = store.create("a/b")) {
            second.stream().write("other".getBytes());
            assertThatThrownBy(second::commit).isInstanceOf(FileAlreadyExistsException.class);
        }

        assertThat(read("a/b")).isEqualTo("a/b");
        assertThat(files()).hasSize(1);
    }

    @Test
    void onlyTheOwnerReadsIt() throws IOException {
        put("a/b");

        assertThat(permissions("a/b")).isEqualTo("rw-------");
        assertThat(permissions("a")).isEqualTo("rwx------");
    }

    @Test
    void removesAllUnderAPrefixAndNothingElse() throws IOException {
        put("requests/1/runs/a");
        put("requests/1/bundles/1-1.zip");
        put("requests/10/runs/a");

        store.deleteAll("requests/1/");

        assertThat(files()).containsExactly("requests/10/runs/a");
        assertThat(folder.resolve("store/requests/1")).doesNotExist();
    }

    @Test
    void aPrefixMayEndWithinAName() throws IOException {
        put("r/ab");
        put("r/abc/d");
        put("r/b");

        store.deleteAll("r/ab");

        assertThat(files()).containsExactly("r/b");
    }

    @Test
    void removingWhatIsNotThereIsNoError() throws IOException {
        store.deleteAll("requests/none/");
        store.deleteAll("requests/none/x");
        store.deleteAll("requests/none/x/y-1.zip");
    }

    @Test
    void whatIsNotThereCannotBeOpened() {
        assertThatThrownBy(() -> store.open("requests/none")).isInstanceOf(NoSuchFileException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "..", "../x", "a/../b", "/a", "a//b", "a/", ".uploads/x", "a b", "a\\b", "a/.b", "č"})
    void keysThatLeadElsewhereAreRefused(String key) {
        assertThatThrownBy(() -> store.create(key)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> store.open(key)).isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "/", "../", "a/../"})
    void prefixesThatLeadElsewhereAreRefused(String prefix) {
        assertThatThrownBy(() -> store.deleteAll(prefix)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void oldLeftoversOfKilledUploadsGoAtStartAndRecentOnesStay() throws IOException {
        Path old = leftover("old", Duration.ofDays(2));
        Path recent = leftover("recent", Duration.ofHours(2));

        new DirectoryStore(folder.resolve("store"), InstantSource.fixed(NOW));

        assertThat(old).doesNotExist();
        assertThat(recent).exists();
    }

    private Path leftover(String name, Duration age) throws IOException {
        Path file = Files.createFile(folder.resolve("store/.uploads").resolve(name));
        Files.setLastModifiedTime(file, FileTime.from(NOW.minus(age)));
        return file;
    }

    private void put(String key) throws IOException {
        try (ObjectStore.Upload upload = store.create(key)) {
            upload.stream().write(key.getBytes());
            upload.commit();
        }
    }

    private String read(String key) throws IOException {
        try (InputStream in = Channels.newInputStream(store.open(key))) {
            return new String(in.readAllBytes());
        }
    }

    private String permissions(String key) throws IOException {
        return PosixFilePermissions.toString(
                Files.getPosixFilePermissions(folder.resolve("store").resolve(key)));
    }

    private Stream<String> files() throws IOException {
        Path root = folder.resolve("store");
        try (Stream<Path> all = Files.walk(root)) {
            return all
                    .filter(Files::isRegularFile)
                    .map(file -> root.relativize(file).toString())
                    .toList()
                    .stream();
        }
    }
}
