package si.vpogled.storage.zip;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.apache.commons.compress.utils.SeekableInMemoryByteChannel;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import si.vpogled.storage.zip.ZipHead.Method;

class ZipStreamWriterTest {
    private static final Instant MODIFIED = Instant.parse("2026-03-01T10:00:03Z");
    private final ByteArrayOutputStream archive = new ByteArrayOutputStream();

    @Property(tries = 60)
    void entriesOfAnySizesAreReadBackByEveryReader(
            @ForAll @Size(max = 12) List<@IntRange(min = 0, max = 700_000) Integer> sizes, @ForAll Random random)
            throws IOException {
        Map<String, byte[]> contents = new LinkedHashMap<>();
        for (int size : sizes) {
            contents.put("mapa/č " + contents.size() + ".bin", bytes(size, random));
        }
        byte[] zip = deflated(contents);

        assertThat(inOrder(zip)).containsExactlyEntriesOf(hashed(contents));
        assertThat(byDirectory(zip)).containsExactlyEntriesOf(hashed(contents));
    }

    @Test
    void anEntryWithKnownSizesNeedsNoDescriptor() throws IOException {
        byte[] plain = "known".getBytes(StandardCharsets.UTF_8);
        ZipStreamWriter zip = new ZipStreamWriter(archive);
        zip.entry(head("č.txt", Method.STORED), sizes(plain), new ByteArrayInputStream(plain));
        zip.finish();

        try (ZipFile read = open()) {
            ZipArchiveEntry entry = read.getEntry("č.txt");
            assertThat(entry.getGeneralPurposeBit().usesDataDescriptor()).isFalse();
            assertThat(entry.getGeneralPurposeBit().usesUTF8ForNames()).isTrue();
            assertThat(entry.getUnixMode()).isEqualTo(0100644);
            assertThat(entry.getLastModifiedTime().toInstant()).isEqualTo(MODIFIED);
            assertThat(read.getInputStream(entry).readAllBytes()).isEqualTo(plain);
        }
    }

    @Test
    void anEntryThatIsShorterThanSaidIsRefused() {
        ZipStreamWriter zip = new ZipStreamWriter(archive);

        assertThatThrownBy(() -> zip.entry(
                        head("a", Method.STORED), new ZipSizes(0, 5, 5), new ByteArrayInputStream(new byte[4])))
                .isInstanceOf(EOFException.class);
    }

    @Test
    void anAbandonedEntryIsNotSeen() throws IOException {
        ZipStreamWriter zip = new ZipStreamWriter(archive);
        zip.begin(head("lost", Method.DEFLATED));
        zip.write(new byte[100], 0, 100);
        zip.abandon();
        zip.entry(head("kept", Method.STORED), sizes(new byte[1]), new byte[1], 0);
        zip.finish();

        assertThat(names()).containsExactly("kept");
    }

    @Test
    void moreThan65535EntriesAreAllListed() throws IOException {
        ZipStreamWriter zip = new ZipStreamWriter(archive);
        for (int i = 0; i < 70_000; i++) {
            zip.entry(head("e" + i, Method.STORED), sizes(new byte[0]), new byte[0], 0);
        }
        zip.finish();

        assertThat(names()).hasSize(70_000);
    }

    @Test
    @Tag("slow")
    void anArchiveBeyondFourGigabytesIsReadBack(@TempDir Path folder) throws IOException {
        long size = (5L << 30) + 3;
        Path file = folder.resolve("large.zip");
        try (Sparse sparse = new Sparse(file)) {
            ZipStreamWriter zip = new ZipStreamWriter(sparse);
            zip.entry(head("known", Method.STORED), new ZipSizes(0, size, size), zeros(size));
            zip.begin(head("streamed", Method.STORED));
            byte[] zeros = new byte[1 << 20];
            for (long left = size; left > 0; left -= zeros.length) {
                zip.write(zeros, 0, (int) Math.min(zeros.length, left));
            }
            zip.end(7, size);
            zip.entry(head("last", Method.STORED), sizes(new byte[] {42}), new byte[] {42}, 0);
            zip.finish();
        }

        try (ZipFile read = ZipFile.builder().setPath(file).get()) {
            assertThat(read.getEntry("known").getSize()).isEqualTo(size);
            assertThat(read.getEntry("streamed").getCompressedSize()).isEqualTo(size);
            assertThat(read.getInputStream(read.getEntry("last")).readAllBytes())
                    .containsExactly(42);
        }
        try (java.util.zip.ZipFile read = new java.util.zip.ZipFile(file.toFile())) {
            assertThat(read.getInputStream(read.getEntry("last")).readAllBytes())
                    .containsExactly(42);
        }
    }

    private byte[] deflated(Map<String, byte[]> contents) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ZipStreamWriter zip = new ZipStreamWriter(out);
        try (ParallelDeflater deflater = new ParallelDeflater(zip, 3, 6)) {
            for (Map.Entry<String, byte[]> content : contents.entrySet()) {
                try (EntryStream entry = deflater.begin(content.getKey(), MODIFIED, "text/plain", written -> {})) {
                    entry.write(content.getValue());
                }
            }
            deflater.flush();
        }
        zip.finish();
        return out.toByteArray();
    }

    private static Map<String, Integer> hashed(Map<String, byte[]> contents) {
        Map<String, Integer> hashes = new LinkedHashMap<>();
        contents.forEach((name, content) -> hashes.put(name, Arrays.hashCode(content)));
        return hashes;
    }

    private static Map<String, Integer> inOrder(byte[] zip) throws IOException {
        Map<String, Integer> hashes = new LinkedHashMap<>();
        try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(zip))) {
            for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                hashes.put(entry.getName(), Arrays.hashCode(in.readAllBytes()));
            }
        }
        return hashes;
    }

    private static Map<String, Integer> byDirectory(byte[] zip) throws IOException {
        Map<String, Integer> hashes = new LinkedHashMap<>();
        try (ZipFile read = open(zip)) {
            for (ZipArchiveEntry entry : Collections.list(read.getEntries())) {
                byte[] content = read.getInputStream(entry).readAllBytes();
                CRC32 crc = new CRC32();
                crc.update(content);
                assertThat(entry.getCrc()).isEqualTo(crc.getValue());
                hashes.put(entry.getName(), Arrays.hashCode(content));
            }
        }
        return hashes;
    }

    private List<String> names() throws IOException {
        List<String> names = new ArrayList<>();
        try (ZipFile read = open()) {
            Collections.list(read.getEntries()).forEach(entry -> names.add(entry.getName()));
        }
        return names;
    }

    private ZipFile open() throws IOException {
        return open(archive.toByteArray());
    }

    private static ZipFile open(byte[] zip) throws IOException {
        return ZipFile.builder()
                .setSeekableByteChannel(new SeekableInMemoryByteChannel(zip))
                .get();
    }

    /** Half of them compress. */
    private static byte[] bytes(int size, Random random) {
        byte[] bytes = new byte[size];
        if (random.nextBoolean()) {
            random.nextBytes(bytes);
        } else {
            for (int i = 0; i < size; i++) {
                bytes[i] = (byte) ('a' + (i * 31L + i / 97) % 7);
            }
        }
        return bytes;
    }

    private static InputStream zeros(long size) {
        return new InputStream() {
            private long left = size;

            @Override
            public int read() {
                return left-- > 0 ? 0 : -1;
            }

            @Override
            public int read(byte[] into, int offset, int length) {
                int count = (int) Math.min(left, length);
                Arrays.fill(into, offset, offset + count, (byte) 0);
                left -= count;
                return count > 0 ? count : -1;
            }
        };
    }

    private static ZipHead head(String name, Method method) {
        return new ZipHead(name, method, MODIFIED);
    }

    private static ZipSizes sizes(byte[] plain) {
        CRC32 crc = new CRC32();
        crc.update(plain);
        return new ZipSizes(crc.getValue(), plain.length, plain.length);
    }

    /** Writes zeros as holes, so that gigabytes cost nothing. */
    private static final class Sparse extends OutputStream {
        private final java.nio.channels.FileChannel file;

        Sparse(Path path) throws IOException {
            file = java.nio.channels.FileChannel.open(Files.createFile(path), java.nio.file.StandardOpenOption.WRITE);
        }

        @Override
        public void write(int value) throws IOException {
            write(new byte[] {(byte) value}, 0, 1);
        }

        @Override
        public void write(byte[] bytes, int offset, int length) throws IOException {
            if (length > 1000) {
                file.position(file.position() + length);
            } else {
                file.write(java.nio.ByteBuffer.wrap(bytes, offset, length));
            }
        }

        @Override
        public void close() throws IOException {
            file.close();
        }
    }
}
