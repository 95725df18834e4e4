package si.vpogled.storage.s3;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import si.vpogled.storage.Grant;
import si.vpogled.storage.ObjectStore;
import si.vpogled.storage.StoreSettings;
import si.vpogled.storage.grant.GrantedUploads;
import si.vpogled.testing.S3Server;

/** An object is several times as large as the memory of the process that writes and reads it. */
@Tag("slow")
class S3MemoryTest {
    private static final int PIECES = 256;

    @TempDir
    Path folder;

    /** The process: {@value #PIECES} MiB there and back, and half of it by a grant. */
    static final class ThereAndBack {
        static void main() throws IOException {
            S3Store store = new S3Store(S3Settings.of(StoreSettings.of(System.getenv())));
            byte[] piece = new byte[1 << 20];
            try (ObjectStore.Upload upload = store.create("large")) {
                for (int number = 0; number < PIECES; number++) {
                    upload.stream().write(piece);
                }
                upload.commit();
            }
            Grant grant = store.grant("granted", new Grant.Terms(PIECES << 20, Duration.ofHours(1)));
            try (ObjectStore.Upload upload = new GrantedUploads(grant, InstantSource.system()).create("granted")) {
                for (int number = 0; number < PIECES / 2; number++) {
                    upload.stream().write(piece);
                }
                upload.commit();
            }
            long read = 0;
            try (SeekableByteChannel channel = store.open("large")) {
                ByteBuffer into = ByteBuffer.wrap(piece);
                for (int count = channel.read(into); count >= 0; count = channel.read(into.clear())) {
                    read += count;
                }
            }
            System.out.print(read >> 20);
            System.exit(0);
        }
    }

    @Test
    void aLargeObjectIsWrittenAndReadInLittleMemory() throws IOException, InterruptedException {
        try (S3Server server = S3Server.start(folder)) {
            ProcessBuilder builder = new ProcessBuilder(List.of(
                            Path.of(System.getProperty("java.home"), "bin", "java")
                                    .toString(),
                            "-Xmx64m",
                            "-Dslf4j.provider=org.slf4j.helpers.NOP_FallbackServiceProvider",
                            "-cp",
                            System.getProperty("java.class.path"),
                            ThereAndBack.class.getName()))
                    .redirectError(ProcessBuilder.Redirect.INHERIT);
            builder.environment().putAll(server.environment());
            Process process = builder.start();
            assertThat(process.waitFor(120, TimeUnit.SECONDS)).isTrue();

            assertThat(new String(process.getInputStream().readAllBytes())).isEqualTo(Integer.toString(PIECES));
        }
    }
}
