package si.vpogled.bench;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;

/**
 * Files as a hosting account has them, from a seed: 55 % of the bytes PHP, SQL and logs, 45 % pictures, which do not
 * compress. Many are small, some are large.
 */
final class MixedFiles {
    private static final int IN_FOLDER = 200;
    private static final String[] WORDS = ("stran naslov cena izdelek kategorija uporabnik seja vrednost slika galerija"
                    + " objava datum opomba komentar povezava predloga vnos iskanje meni noga glava jezik prevod nastavitev"
                    + " račun naročilo košarica plačilo dostava količina davek popust šifra zaloga")
            .split(" ");
    private final Random dice = new Random(20260427);
    private final Path folder;
    private int count;

    MixedFiles(Path folder) {
        this.folder = folder;
    }

    /** Writes until there are so many bytes; leaves an earlier tree of that size as it is. */
    void write(long bytes) throws IOException {
        Path mark = folder.resolveSibling(folder.getFileName() + ".made-of");
        String content = Long.toString(bytes);
        if (Files.exists(mark) && Files.readString(mark).equals(content)) {
            return;
        }
        long text = 0;
        long pictures = 0;
        while (text + pictures < bytes) {
            if (text * 45 <= pictures * 55) {
                text += text();
            } else {
                pictures += picture();
            }
        }
        Files.writeString(mark, content);
    }

    private long text() throws IOException {
        int kind = dice.nextInt(1000);
        if (kind == 0) {
            return lines("baza-%d.sql", 30_000_000);
        }
        if (kind < 5) {
            return lines("dnevnik-%d.log", 4_000_000);
        }
        return lines("stran-%d.php", 2_000 + dice.nextInt(40_000));
    }

    private long lines(String name, int size) throws IOException {
        long written = 0;
        try (OutputStream out = Files.newOutputStream(next(name))) {
            while (written < size) {
                byte[] line = line(name).getBytes(StandardCharsets.UTF_8);
                out.write(line);
                written += line.length;
            }
        }
        return written;
    }

    private String line(String name) {
        if (name.endsWith("sql")) {
            return "INSERT INTO wp_%s VALUES (%d, '%s', '%s %s %s', %d.%02d, '2025-%02d-%02d 10:%02d:00');%n"
                    .formatted(
                            word(),
                            number(),
                            word(),
                            word(),
                            word(),
                            word(),
                            number() % 900,
                            number() % 100,
                            number() % 12 + 1,
                            number() % 28 + 1,
                            number() % 60);
        }
        if (name.endsWith("log")) {
            return "192.0.2.%d - - [%02d/Mar/2026:%02d:%02d:%02d +0100] \"GET /%s/%s-%d HTTP/1.1\" 200 %d%n"
                    .formatted(
                            number() % 256,
                            number() % 28 + 1,
                            number() % 24,
                            number() % 60,
                            number() % 60,
                            word(),
                            word(),
                            number() % 5000,
                            number());
        }
        return "    if ($%s['%s'] !== %d) { echo esc_html($%s->%s('%s')); } // %s %s%n"
                .formatted(word(), word(), number() % 100, word(), word(), word(), word(), word());
    }

    private long picture() throws IOException {
        byte[] bytes = new byte[dice.nextInt(20) == 0 ? 6_000_000 : 30_000 + dice.nextInt(300_000)];
        dice.nextBytes(bytes);
        Files.write(next("slika-%d.jpg"), bytes);
        return bytes.length;
    }

    private Path next(String name) throws IOException {
        Path parent = Files.createDirectories(folder.resolve("mapa-" + count / IN_FOLDER));
        return parent.resolve(name.formatted(count++));
    }

    private String word() {
        return WORDS[dice.nextInt(WORDS.length)];
    }

    private int number() {
        return dice.nextInt(1_000_000);
    }
}
