package si.vpogled.connector.extract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Random;
import java.util.stream.Stream;
import org.apache.commons.compress.utils.SeekableInMemoryByteChannel;
import org.junit.jupiter.api.Test;

class ExtractFilesTest extends ExtractRoundTrip {
    @Test
    void aFileThatCannotBeReadIsLeftOutAndTheExtractGoesOn() throws IOException {
        byte[] sealed = extract(extract -> {
            assertThatThrownBy(() -> extract.file(file("a.txt"), broken(1 << 20)))
                    .isInstanceOf(UnreadableContentException.class);
            assertThatThrownBy(() -> extract.file(file("a2.txt"), broken(10)))
                    .isInstanceOf(UnreadableContentException.class);
            extract.file(file("b.txt"), content("b"));
        });

        assertThat(contents(sealed)).containsOnlyKeys("domains/user-data/files/b.txt");
    }

    @Test
    void filesOfAllSizesHaveTheirSumsAndSizes() throws IOException {
        int[] sizes = {0, 1, 1000, 262_143, 262_144, 262_145, 524_288, 3_000_000};
        byte[] sealed = extract(extract -> {
            for (int size : sizes) {
                extract.file(
                        file("text-" + size + ".txt"),
                        content("Vrstica dnevnika.\n".repeat(size / 18 + 1).substring(0, size)));
                extract.file(file("noise-" + size + ".jpg", "image/jpeg"), new ByteArrayInputStream(noise(size)));
                extract.file(file("noise-" + size + ".bin"), new ByteArrayInputStream(noise(size)));
            }
        });

        try (ExtractReader reader = read(sealed);
                Stream<ExtractEntry> entries = reader.entries()) {
            assertThat(entries.peek(this::verify)
                            .map(entry -> entry.entry().size())
                            .toList())
                    .hasSize(3 * sizes.length);
        }
    }

    @Test
    void namesThatMeetOrAreNotSafeAreChanged() throws IOException {
        byte[] sealed = extract(extract -> {
            extract.file(file("a.txt"), content("1"));
            extract.file(file("A.TXT"), content("2"));
            extract.file(file("../../etc/passwd"), content("3"));
            assertThat(extract.changedNames()).isEqualTo(2);
        });

        assertThat(contents(sealed))
                .containsOnlyKeys(
                        "domains/user-data/files/a.txt",
                        "domains/user-data/files/A (2).TXT",
                        "domains/user-data/files/_/_/etc/passwd");
    }

    @Test
    void aLimitThatIsPassedReachesTheCallerAsItIs() throws IOException {
        IOException passed = new IOException("limit");
        try (ExtractWriter extract = new ExtractWriter(OutputStream.nullOutputStream(), MADE, scratch, (r, b) -> {
            throw passed;
        })) {
            assertThatThrownBy(() -> extract.file(file("a.txt"), content("x"))).isSameAs(passed);
        }
    }

    @Test
    void anUnfinishedExtractIsRefused() throws IOException {
        ByteArrayOutputStream plain = new ByteArrayOutputStream();
        try (ExtractWriter extract = new ExtractWriter(plain, MADE, scratch, (r, b) -> {})) {
            extract.file(file("a.txt"), content("x"));
        }

        assertThatThrownBy(() -> ExtractReader.open(new SeekableInMemoryByteChannel(plain.toByteArray()), LIMIT))
                .isInstanceOf(InvalidExtractException.class);
    }

    private static byte[] noise(int size) {
        byte[] noise = new byte[size];
        new Random(size).nextBytes(noise);
        return noise;
    }

    private static InputStream broken(int after) {
        InputStream fails = new InputStream() {
            @Override
            public int read() throws IOException {
                throw new IOException("connection reset");
            }
        };
        return new java.io.SequenceInputStream(new ByteArrayInputStream(new byte[after]), fails);
    }
}
