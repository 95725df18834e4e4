package si.vpogled.demo.backend.hosting;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.LocalDate;
import java.time.ZoneOffset;
import si.vpogled.demo.people.Dice;
import si.vpogled.demo.people.Names;

/** The files of a web site: pages and text that compress, pictures that do not, and names of every kind. */
final class SiteFiles {
    private static final byte[] JPEG = {(byte) 0xFF, (byte) 0xD8, (byte) 0xFF, (byte) 0xE0};
    private static final int PICTURE_KILOBYTES = 400;

    private final Dice dice;
    private final Path root;
    private final LocalDate today;

    SiteFiles(Dice dice, Path root, LocalDate today) {
        this.dice = dice;
        this.root = root;
        this.today = today;
    }

    /** About half of it compresses. */
    void write(String domain, int kilobytes) throws IOException {
        text("index.html", "<!doctype html><title>" + domain + "</title><h1>Dobrodošli</h1><p>" + Names.text(dice, 3));
        text("wp-config.php", "<?php define('DB_NAME', 'wp'); define('DB_HOST', 'localhost');");
        text("wp-content/plugins/obrazec-0/vnos.php", "<?php // " + Names.text(dice, 2));
        text("dokumenti/Cenik in pogoji č š ž 😀.txt", Names.text(dice, 5));
        text("dokumenti/" + "zelo-dolgo-ime-".repeat(15) + ".txt", Names.text(dice, 1));
        text("dokumenti/=cmd|' !A1.csv", "ime;znesek\n=1+1;5\n");
        text("prazno.txt", "");
        int left = kilobytes;
        for (int i = 0; left > 0; i++) {
            int size = Math.min(left, PICTURE_KILOBYTES);
            if (i % 2 == 0) {
                picture("slike/%03d/slika-%05d.jpg".formatted(i / 200, i), size);
            } else {
                table("izvozi/%03d/narocila-%05d.csv".formatted(i / 200, i), size);
            }
            left -= size;
        }
    }

    private void text(String name, String content) throws IOException {
        Path file = file(name);
        Files.write(file, HostingTree.utf8(content));
        date(file);
    }

    private void picture(String name, int kilobytes) throws IOException {
        Path file = file(name);
        try (OutputStream stream = Files.newOutputStream(file)) {
            stream.write(JPEG);
            stream.write(dice.bytes(kilobytes * 1024));
        }
        date(file);
    }

    private void table(String name, int kilobytes) throws IOException {
        Path file = file(name);
        StringBuilder rows = new StringBuilder("datum;ime;naslov;kraj;opomba\n");
        while (rows.length() < kilobytes * 1024) {
            rows.append(dice.day(today.minusYears(2), today)).append(';');
            rows.append(Names.person(dice)).append(';');
            rows.append(dice.of(Names.STREETS))
                    .append(' ')
                    .append(dice.between(1, 99))
                    .append(';');
            rows.append(dice.of(Names.TOWNS).townLine()).append(';');
            rows.append(dice.of(Names.SENTENCES)).append('\n');
        }
        Files.write(file, HostingTree.utf8(rows.toString()));
        date(file);
    }

    private Path file(String name) throws IOException {
        Path file = root.resolve(name);
        Files.createDirectories(file.getParent());
        return file;
    }

    private void date(Path file) throws IOException {
        LocalDate day = dice.day(today.minusYears(2), today);
        Files.setLastModifiedTime(file, FileTime.from(day.atTime(10, 0).toInstant(ZoneOffset.UTC)));
    }
}
