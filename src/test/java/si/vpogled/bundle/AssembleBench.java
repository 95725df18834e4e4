package si.vpogled.bundle;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.io.InputStream;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;

/**
 * How long assembling takes: {@code AssembleBench <folder> <megabytes> <files>}. Prints seconds for the extract and for
 * the bundle; the bundle's time is to be held against {@code cp} plus {@code sha512sum} of the stored extract.
 */
public final class AssembleBench {
    private AssembleBench() {}

    public static void main(String[] arguments) throws IOException {
        Path folder = Files.createDirectories(Path.of(arguments[0]));
        for (int warming = 0; warming < 3; warming++) {
            SampleCases.customer(Files.createDirectories(folder.resolve("warm" + warming)))
                    .assemble();
        }
        TestCase bench = files(folder, Long.parseLong(arguments[1]) * 1_000_000, Integer.parseInt(arguments[2]));
        long start = System.nanoTime();
        long cpu = cpu();
        AssembledBundle assembled = bench.assemble();
        System.out.printf(
                "bundle %.2f s (%.2f s of processor time), %d bytes, %d entries%n",
                (System.nanoTime() - start) / 1e9, (cpu() - cpu) / 1e9, assembled.size(), assembled.entries());
    }

    private static TestCase files(Path folder, long bytes, int files) throws IOException {
        return new TestCase(folder)
                .nothingIn("billing", "whois-domain")
                .notNeeded("dostavljalec", "website-builder")
                .extract("hosting", draft -> {
                    for (int file = 0; file < files; file++) {
                        draft.file(
                                "shared-hosting.user-data.files",
                                "mapa" + file % 100 + "/slika" + file + ".jpg",
                                "image/jpeg",
                                new Noise(bytes / files, file));
                    }
                });
    }

    private static long cpu() {
        return ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class).getProcessCpuTime();
    }

    /** Bytes that do not compress. */
    private static final class Noise extends InputStream {
        private static final byte[] BLOCK = new byte[1 << 20];

        static {
            new Random(7).nextBytes(BLOCK);
        }

        private long left;
        private int from;

        Noise(long length, int seed) {
            this.left = length;
            this.from = seed * 131 % BLOCK.length;
        }

        @Override
        public int read() {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
        }

        @Override
        public int read(byte[] into, int offset, int length) {
            if (left == 0) {
                return -1;
            }
            int count = (int) Math.min(Math.min(length, left), BLOCK.length - from);
            System.arraycopy(BLOCK, from, into, offset, count);
            from = (from + count) % BLOCK.length;
            left -= count;
            return count;
        }
    }
}
