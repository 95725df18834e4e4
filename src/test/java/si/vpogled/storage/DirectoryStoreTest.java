package si.vpogled.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DirectoryStoreTest extends ObjectStoreContractTest {
    private static final Instant NOW = Instant.parse("2026-03-01T10:00:00Z");

    @TempDir
    Path folder;

    private DirectoryStore store;

    @BeforeEach
    void open() throws IOException {
        store = new DirectoryStore(folder.resolve("store"), InstantSource.fixed(NOW));
    }

    @Override
    protected ObjectStore store() {
        return store;
    }

    @Override
    protected Set<String> kept() throws IOException {
        Path root = folder.resolve("store");
        try (Stream<Path> all = Files.walk(root)) {
            return all.filter(Files::isRegularFile)
                    .map(file -> root.relativize(file).toString())
                    .collect(Collectors.toSet());
        }
    }

    @Override
    protected void seed(String prefix, int count) throws IOException {
        Path parent = Files.createDirectories(folder.resolve("store").resolve(prefix));
        for (int number = 0; number < count; number++) {
            Files.createFile(parent.resolve(Integer.toString(number)));
        }
    }

    @Override
    protected void takeAway() throws IOException {
        Files.move(folder.resolve("store"), folder.resolve("unmounted"));
        Files.createDirectory(folder.resolve("store"));
    }

    @Test
    void aFolderOfAStoreThatIsNotThereIsNamed() throws IOException {
        takeAway();

        assertThatThrownBy(() -> store.open("requests/1/none")).hasMessageContaining("not there");
    }

    @Test
    void whatIsWrittenForLongIsMadeDurableMeanwhile() throws IOException {
        byte[] content = bytes(70 << 20);

        put("large", content);

        assertThat(Files.mismatch(folder.resolve("store/large"), Files.write(folder.resolve("same"), content)))
                .isNegative();
    }

    @Test
    void aLargeUploadWithoutCommitLeavesNothing() throws IOException {
        try (ObjectStore.Upload upload = store.create("large")) {
            upload.stream().write(new byte[70 << 20]);
        }

        assertThat(kept()).isEmpty();
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
    void onlyTheOwnerReadsIt() throws IOException {
        put("a/b");

        assertThat(permissions("a/b")).isEqualTo("rw-------");
        assertThat(permissions("a")).isEqualTo("rwx------");
    }

    @Test
    void foldersGoWithWhatIsInThem() throws IOException {
        put("requests/1/runs/a");

        store.deleteAll("requests/1/");

        assertThat(folder.resolve("store/requests/1")).doesNotExist();
    }

    @Test
    void oldLeftoversOfKilledUploadsGoAtStartAndRecentOnesStay() throws IOException {
        Path old = leftover("old", Duration.ofDays(2));
        Path recent = leftover("recent", Duration.ofHours(2));

        new DirectoryStore(folder.resolve("store"), InstantSource.fixed(NOW));

        assertThat(old).doesNotExist();
        assertThat(recent).exists();
    }

    @Test
    void whatIsGrantedIsWrittenInAFolderThatIsItsOwnAndIsAnObjectOnceItIsWhole() throws IOException {
        Grant grant = store.grant("requests/1/runs/a-1/extract", new Grant.Terms(1, Duration.ofHours(1)));

        try (ObjectStore.Upload upload = new FolderUploads((Grant.InFolder) grant).create("any")) {
            upload.stream().write(7);
            assertThat(store.exists("requests/1/runs/a-1/extract")).isFalse();
            upload.commit();
        }

        assertThat(read("requests/1/runs/a-1/extract")).containsExactly(7);
        assertThat(kept()).containsExactly("requests/1/runs/a-1/extract");
        assertThat(permissions("requests/1/runs/a-1")).isEqualTo("rwxrwx---");
        assertThat(permissions("requests/1/runs")).isEqualTo("rwx------");
        try (ObjectStore.Upload second = new FolderUploads((Grant.InFolder) grant).create("any")) {
            assertThatThrownBy(second::commit).isInstanceOf(FileAlreadyExistsException.class);
        }
    }

    @Test
    void aLinkThatSomebodyPutInAnObjectsPlaceIsNotFollowed() throws IOException {
        put("requests/2/runs/b-1/extract");
        store.grant("requests/1/runs/a-1/extract", new Grant.Terms(1, Duration.ofHours(1)));
        Path link = folder.resolve("store/requests/1/runs/a-1/extract");
        Files.createSymbolicLink(link, Path.of("../../../2/runs/b-1/extract"));

        assertThat(store.exists("requests/1/runs/a-1/extract")).isFalse();
        assertThatThrownBy(() -> store.open("requests/1/runs/a-1/extract")).isInstanceOf(IOException.class);
        store.deleteAll("requests/1/");
        assertThat(store.exists("requests/2/runs/b-1/extract")).isTrue();
    }

    private Path leftover(String name, Duration age) throws IOException {
        Path file = Files.createFile(folder.resolve("store/.uploads").resolve(name));
        Files.setLastModifiedTime(file, FileTime.from(NOW.minus(age)));
        return file;
    }

    private String permissions(String key) throws IOException {
        return PosixFilePermissions.toString(
                Files.getPosixFilePermissions(folder.resolve("store").resolve(key)));
    }
}
