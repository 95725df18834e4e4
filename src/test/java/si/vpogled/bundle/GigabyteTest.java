package si.vpogled.bundle;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.lang.management.ManagementFactory;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import si.vpogled.bundle.content.FoundEntry;
import si.vpogled.bundle.content.FoundExtract;
import si.vpogled.bundle.report.ReportPage;
import si.vpogled.storage.Grant;
import si.vpogled.storage.ObjectStore;

/** A look at what was found costs what is looked at, though it be a part of a gigabyte. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Tag("slow")
class GigabyteTest {
    private static final long GIGABYTE = 1L << 30;
    private static final int SHOWN = 1 << 16;
    private static final int LITTLE = 16 << 20;
    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

    private TestCase large;
    private Counted store;

    @BeforeAll
    void aFileOfAGigabyteWasFound(@TempDir Path folder) throws IOException {
        large = new TestCase(folder)
                .services("shared-hosting")
                .extract(
                        "hosting",
                        draft -> draft.file("shared-hosting.user-data.files", "velika.log", "text/plain", log()))
                .nothingIn("billing");
        store = new Counted(large.store);
    }

    @BeforeEach
    void nothingIsRead() {
        store.read = 0;
    }

    /** The same line again and again, without any of it being kept. */
    private static InputStream log() {
        byte[] lines = "2026-03-01 12:00:00 GET /slika.png 200\n".repeat(2000).getBytes(StandardCharsets.UTF_8);
        return new FilterInputStream(InputStream.nullInputStream()) {
            private long left = GIGABYTE;

            @Override
            public int read() {
                return left-- > 0 ? lines[0] : -1;
            }

            @Override
            public int read(byte[] into, int offset, int length) {
                int count = (int) Math.min(left, Math.min(length, lines.length));
                System.arraycopy(lines, 0, into, offset, count);
                left -= count;
                return count == 0 ? -1 : count;
            }
        };
    }

    @Test
    void ofAFileItsBeginningIsReadAndHeldAndNoMore() throws IOException {
        long before = THREADS.getCurrentThreadAllocatedBytes();
        try (FoundExtract extract = FoundExtract.open(large.plan().extracts().getFirst(), store, large.pair)) {
            FoundEntry file = extract.all().getFirst();

            byte[] beginning = extract.beginning(file, SHOWN);

            assertThat(file.size()).isEqualTo(GIGABYTE);
            assertThat(beginning).hasSize(SHOWN);
            assertThat(Arrays.copyOf(beginning, 10))
                    .asString(StandardCharsets.UTF_8)
                    .isEqualTo("2026-03-01");
        }

        assertThat(THREADS.getCurrentThreadAllocatedBytes() - before).isLessThan(LITTLE);
        assertThat(store.read).as("of " + store.size).isLessThan(store.size / 2);
    }

    @Test
    void thePreviewOfItsServiceReadsNothingOfIt() throws IOException {
        long before = THREADS.getCurrentThreadAllocatedBytes();

        Optional<ReportPage> page = new PreviewReport(store, TestCase.INVENTORY)
                .page(large.plan(), large.pair, "report/sl/shared-hosting.html");

        assertThat(page.map(ReportPage::content).orElseThrow())
                .asString(StandardCharsets.UTF_8)
                .contains("Deljeno gostovanje");
        assertThat(THREADS.getCurrentThreadAllocatedBytes() - before).isLessThan(8 * LITTLE);
        assertThat(store.read).as("of " + store.size).isLessThan(store.size / 2);
    }

    /** Counts the bytes that are read of another store. */
    private static final class Counted implements ObjectStore {
        private final ObjectStore below;
        private long read;
        private long size;

        Counted(ObjectStore below) {
            this.below = below;
        }

        @Override
        public SeekableByteChannel open(String key) throws IOException {
            SeekableByteChannel channel = below.open(key);
            size = Math.max(size, channel.size());
            return new CountedChannel(channel);
        }

        @Override
        public Upload create(String key) throws IOException {
            return below.create(key);
        }

        @Override
        public boolean exists(String key) throws IOException {
            return below.exists(key);
        }

        @Override
        public Grant grant(String key, Grant.Terms terms) throws IOException {
            return below.grant(key, terms);
        }

        @Override
        public void check() throws IOException {
            below.check();
        }

        @Override
        public void deleteAll(String prefix) throws IOException {
            below.deleteAll(prefix);
        }

        private final class CountedChannel implements SeekableByteChannel {
            private final SeekableByteChannel channel;

            CountedChannel(SeekableByteChannel channel) {
                this.channel = channel;
            }

            @Override
            public int read(ByteBuffer into) throws IOException {
                int count = channel.read(into);
                read += Math.max(0, count);
                return count;
            }

            @Override
            public int write(ByteBuffer from) throws IOException {
                return channel.write(from);
            }

            @Override
            public long position() throws IOException {
                return channel.position();
            }

            @Override
            public SeekableByteChannel position(long position) throws IOException {
                channel.position(position);
                return this;
            }

            @Override
            public long size() throws IOException {
                return channel.size();
            }

            @Override
            public SeekableByteChannel truncate(long size) throws IOException {
                channel.truncate(size);
                return this;
            }

            @Override
            public boolean isOpen() {
                return channel.isOpen();
            }

            @Override
            public void close() throws IOException {
                channel.close();
            }
        }
    }
}
