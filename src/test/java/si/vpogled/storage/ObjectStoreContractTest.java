package si.vpogled.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.NonWritableChannelException;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.NoSuchFileException;
import java.util.Arrays;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What every store promises. */
public abstract class ObjectStoreContractTest {
    /** What a store may send at once. */
    protected static final int PART = 5 << 20;

    protected abstract ObjectStore store();

    /** All that the store keeps, also of uploads that are not done. */
    protected abstract Set<String> kept() throws IOException;

    /** Puts so many small objects {@code <prefix>0}, {@code <prefix>1}, … there by the shortest way. */
    protected abstract void seed(String prefix, int count) throws IOException;

    /** Takes the place away where objects are. */
    protected abstract void takeAway() throws IOException;

    @Test
    void anObjectIsThereOnceItIsCommitted() throws IOException {
        try (ObjectStore.Upload upload = store().create("requests/1/runs/a-1.extract")) {
            upload.stream().write("content".getBytes());
            upload.stream().close();
            assertThat(store().exists("requests/1/runs/a-1.extract")).isFalse();
            upload.commit();
        }

        assertThat(store().exists("requests/1/runs/a-1.extract")).isTrue();
        assertThat(read("requests/1/runs/a-1.extract")).isEqualTo("content".getBytes());
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, PART - 1, PART, PART + 1, 2 * PART, 3 * PART + 7})
    void anObjectOfAnyLengthIsWhole(int length) throws IOException {
        byte[] content = bytes(length);
        put("any", content);

        assertThat(Arrays.equals(read("any"), content)).isTrue();
        try (SeekableByteChannel channel = store().open("any")) {
            assertThat(channel.size()).isEqualTo(length);
            assertThat(kept()).containsExactly("any");
        }
    }

    @Test
    void piecesOfAnySizeMakeOneObject() throws IOException {
        byte[] content = bytes(PART + 100_000);
        try (ObjectStore.Upload upload = store().create("pieces")) {
            int at = 0;
            for (int size = 1; at < content.length; size = Math.min(3 * size, content.length - at)) {
                upload.stream().write(content, at, size);
                at += size;
            }
            upload.commit();
        }

        assertThat(Arrays.equals(read("pieces"), content)).isTrue();
    }

    @Test
    void anyRangeIsRead() throws IOException {
        byte[] content = bytes(2 * PART + 11);
        put("ranges", content);

        try (SeekableByteChannel channel = store().open("ranges")) {
            for (int start :
                    new int[] {content.length - 1, 0, 70_000, 70_010, 90_000, PART - 3, 5, content.length - 100_000}) {
                int length = Math.min(80_000, content.length - start);
                ByteBuffer part = ByteBuffer.allocate(length);
                channel.position(start);
                while (part.hasRemaining()) {
                    assertThat(channel.read(part)).isPositive();
                }
                assertThat(channel.position()).isEqualTo(start + length);
                assertThat(Arrays.equals(part.array(), Arrays.copyOfRange(content, start, start + length)))
                        .as("from %s", start)
                        .isTrue();
            }
            assertThat(channel.position(content.length).read(ByteBuffer.allocate(1)))
                    .isNegative();
            assertThat(channel.position(content.length + 5L).read(ByteBuffer.allocate(1)))
                    .isNegative();
            assertThat(channel.position(3).read(ByteBuffer.allocate(0))).isZero();
        }
    }

    @Test
    void whatIsReadCannotBeWritten() throws IOException {
        put("a/b");

        SeekableByteChannel channel = store().open("a/b");
        assertThatThrownBy(() -> channel.write(ByteBuffer.allocate(1))).isInstanceOf(NonWritableChannelException.class);
        assertThatThrownBy(() -> channel.truncate(0)).isInstanceOf(NonWritableChannelException.class);
        assertThatThrownBy(() -> channel.position(-1)).isInstanceOf(IllegalArgumentException.class);
        channel.close();

        assertThat(channel.isOpen()).isFalse();
        assertThatThrownBy(() -> channel.read(ByteBuffer.allocate(1))).isInstanceOf(ClosedChannelException.class);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, PART + 1, 3 * PART})
    void anUploadWithoutCommitLeavesNothing(int length) throws IOException {
        try (ObjectStore.Upload upload = store().create("requests/1/a")) {
            upload.stream().write(bytes(length));
        }

        assertThat(store().exists("requests/1/a")).isFalse();
        assertThat(kept()).isEmpty();
    }

    @Test
    void anUploadThatIsInterruptedLeavesNothing() throws IOException {
        try (ObjectStore.Upload upload = store().create("requests/1/a")) {
            upload.stream().write(bytes(PART + 1));
            Thread.currentThread().interrupt();
        }

        assertThat(Thread.interrupted())
                .as("still told to whoever waits for it")
                .isTrue();
        assertThat(kept()).isEmpty();
    }

    @Test
    void anObjectNeverChanges() throws IOException {
        put("a/b");
        try (ObjectStore.Upload second = store().create("a/b")) {
            second.stream().write("other".getBytes());
            assertThatThrownBy(second::commit).isInstanceOf(FileAlreadyExistsException.class);
        }

        assertThat(read("a/b")).isEqualTo("a/b".getBytes());
        assertThat(kept()).hasSize(1);
    }

    @Test
    void anUploadIsCommittedOnce() throws IOException {
        try (ObjectStore.Upload upload = store().create("a")) {
            upload.commit();
            assertThatThrownBy(upload::commit).isInstanceOf(IOException.class);
        }

        assertThat(store().exists("a")).isTrue();
    }

    @Test
    void removesAllUnderAPrefixAndNothingElse() throws IOException {
        put("requests/1/runs/a");
        put("requests/1/bundles/1-1.zip");
        put("requests/10/runs/a");

        store().deleteAll("requests/1/");

        assertThat(kept()).containsExactly("requests/10/runs/a");
    }

    @Test
    void aPrefixMayEndWithinAName() throws IOException {
        put("r/ab");
        put("r/abc/d");
        put("r/b");

        store().deleteAll("r/ab");

        assertThat(kept()).containsExactly("r/b");
    }

    @Test
    void removesMoreThanAnyStoreListsAtOnce() throws IOException {
        seed("requests/1/runs/", 1_001);
        put("requests/2");

        store().deleteAll("requests/1/");

        assertThat(kept()).containsExactly("requests/2");
    }

    @Test
    void removingWhatIsNotThereIsNoError() throws IOException {
        store().deleteAll("requests/none/");
        store().deleteAll("requests/none/x");
        store().deleteAll("requests/none/x/y-1.zip");
    }

    @Test
    void aStoreThatIsAwayIsToldFromAnObjectThatIsMissing() throws IOException {
        assertThatThrownBy(() -> store().open("requests/1/none")).isInstanceOf(NoSuchFileException.class);
        assertThat(store().exists("requests/1/none")).isFalse();

        store().check();

        takeAway();

        assertThatThrownBy(() -> store().check()).isInstanceOf(StoreException.class);
        assertThatThrownBy(() -> store().open("requests/1/none"))
                .isInstanceOf(IOException.class)
                .isNotInstanceOf(NoSuchFileException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "..", "../x", "a/../b", "/a", "a//b", "a/", ".uploads/x", "a b", "a\\b", "a/.b", "č"})
    void keysThatLeadElsewhereAreRefused(String key) {
        assertThatThrownBy(() -> store().create(key)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> store().open(key)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> store().exists(key)).isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "/", "../", "a/../"})
    void prefixesThatLeadElsewhereAreRefused(String prefix) {
        assertThatThrownBy(() -> store().deleteAll(prefix)).isInstanceOf(IllegalArgumentException.class);
    }

    protected final void put(String key) throws IOException {
        put(key, key.getBytes());
    }

    protected final void put(String key, byte[] content) throws IOException {
        try (ObjectStore.Upload upload = store().create(key)) {
            upload.stream().write(content);
            upload.commit();
        }
    }

    protected final byte[] read(String key) throws IOException {
        try (InputStream in = Channels.newInputStream(store().open(key))) {
            return in.readAllBytes();
        }
    }

    protected static byte[] bytes(int length) {
        byte[] bytes = new byte[length];
        new Random(length).nextBytes(bytes);
        return bytes;
    }
}
