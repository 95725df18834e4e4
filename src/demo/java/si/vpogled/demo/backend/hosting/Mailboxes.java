package si.vpogled.demo.backend.hosting;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Base64;
import java.util.Locale;
import si.vpogled.demo.people.DemoCustomers;
import si.vpogled.demo.people.Dice;
import si.vpogled.demo.people.Names;
import si.vpogled.demo.people.Population;

/** Maildirs: read and unread messages, and folders of their own for what was sent and for one with a caron. */
final class Mailboxes {
    private static final DateTimeFormatter DATE =
            DateTimeFormatter.ofPattern("EEE, d MMM uuuu HH:mm:ss '+0000'", Locale.ENGLISH);

    private final Population population;
    private final Path mail;

    private record Mail(String from, String to, String subject, String text, LocalDateTime at) {}

    Mailboxes(Population population, Path mail) {
        this.population = population;
        this.mail = mail;
    }

    void write(String account, String domain) throws IOException {
        Dice dice = population.dice("mail", account);
        for (String user : new String[] {"info", "narocila"}) {
            String address = user + "@" + domain;
            Path box = mail.resolve(address);
            folder(dice, box, address, 12);
            folder(dice, box.resolve(".Sent"), address, 5);
            // modified UTF-7 of "Računi", as IMAP servers name folders on disk
            folder(dice, box.resolve(".Ra&AQ0-uni"), address, 3);
        }
        if (account.equals(DemoCustomers.PRIVATE_ACCOUNT)) {
            stranger(mail.resolve("info@" + domain), "info@" + domain);
        }
    }

    private void folder(Dice dice, Path folder, String address, int messages) throws IOException {
        for (String part : new String[] {"cur", "new", "tmp"}) {
            Files.createDirectories(folder.resolve(part));
        }
        for (int i = 0; i < messages; i++) {
            String person = Names.person(dice);
            LocalDateTime at = dice.time(population.today().minusYears(2), population.today());
            Mail message = new Mail(
                    person + " <" + Names.plain(person, ".") + "@posta.example>",
                    address,
                    dice.of(Names.SENTENCES),
                    "Pozdravljeni!\n\n" + Names.text(dice, 4) + "\n\nFrom tu naprej piše " + person + "\n",
                    at);
            store(folder, i, message, i % 4 == 0);
        }
    }

    private void stranger(Path box, String address) throws IOException {
        Mail message = new Mail(
                DemoCustomers.STRANGER_NAME + " <" + DemoCustomers.STRANGER_EMAIL + ">",
                address,
                "Vprašanje o lončarskem tečaju",
                "Pozdravljeni!\n\nAli je na tečaju še prosto mesto? Moja številka je 031 000 123.\n\nNeža Potočnik\n",
                population.today().minusDays(20).atTime(18, 4, 2));
        store(box, 900, message, false);
    }

    private static void store(Path folder, int number, Mail mail, boolean unread) throws IOException {
        long seconds = mail.at().toEpochSecond(ZoneOffset.UTC);
        String name = "%d.M%dP42.streznik".formatted(seconds, number);
        Path file = unread
                ? folder.resolve("new").resolve(name)
                : folder.resolve("cur").resolve(name + ":2,S");
        Files.write(file, HostingTree.utf8("""
                Message-ID: <%s@gostovanje-lipa.si>
                Date: %s
                From: %s
                To: %s
                Subject: %s
                MIME-Version: 1.0
                Content-Type: text/plain; charset=utf-8
                Content-Transfer-Encoding: 8bit

                %s""".formatted(
                name, DATE.format(mail.at()), word(mail.from()), mail.to(), word(mail.subject()), mail.text())));
    }

    /** A header with letters beyond ASCII as an encoded word (RFC 2047); an address stays readable behind it. */
    private static String word(String text) {
        int address = text.indexOf(" <");
        String name = address < 0 ? text : text.substring(0, address);
        String encoded =
                "=?UTF-8?B?" + Base64.getEncoder().encodeToString(name.getBytes(StandardCharsets.UTF_8)) + "?=";
        return address < 0 ? encoded : encoded + text.substring(address);
    }
}
