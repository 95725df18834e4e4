package si.vpogled.demo.backend.hosting;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.stream.Stream;
import si.vpogled.demo.people.Customer;
import si.vpogled.demo.people.DemoCustomers;
import si.vpogled.demo.people.Dice;
import si.vpogled.demo.people.Holdings.Hosting;
import si.vpogled.demo.people.Holdings.Server;
import si.vpogled.demo.people.Population;
import si.vpogled.demo.server.Folders;

/**
 * Writes the servers' files.
 *
 * <pre>
 * hosting/ACCOUNT/www, databases, mail/ADDRESS (a Maildir), logs     backups/hosting/ACCOUNT
 * vps/SERVER/files, databases, mail/ADDRESS, logs                    backups/vps/SERVER
 * log/hosting-access.log   who signed in where, of all packages      log/vps-access.log, both rotated
 * </pre>
 */
final class HostingTree {
    private final Population population;
    private final Path root;

    HostingTree(Population population, Path root) {
        this.population = population;
        this.root = root;
    }

    void write() {
        String content = "3 " + population.seed() + " " + population.today() + " " + population.factor();
        Path mark = root.resolveSibling("files.made-of");
        try {
            if (Files.exists(mark) && Files.readString(mark).equals(content)) {
                return;
            }
            Folders.delete(root);
            for (String folder : new String[] {"hosting", "vps", "backups/hosting", "backups/vps", "log"}) {
                Files.createDirectories(root.resolve(folder));
            }
            writeEverybody();
            Files.writeString(mark, content);
        } catch (IOException e) {
            throw new UncheckedIOException("The servers' files cannot be written", e);
        }
    }

    private void writeEverybody() throws IOException {
        try (AccessLog hosting = new AccessLog(population, root.resolve("log/hosting-access.log"));
                AccessLog vps = new AccessLog(population, root.resolve("log/vps-access.log"))) {
            for (Customer customer : population.customers()) {
                for (Hosting plan : customer.holdings().hosting()) {
                    Path home = root.resolve("hosting").resolve(plan.account());
                    account(home, plan.account(), plan.domain(), "www", plan.kilobytes());
                    backups(root.resolve("backups/hosting").resolve(plan.account()), plan.account());
                    hosting.ofPackage(plan);
                }
                for (Server server : customer.holdings().servers()) {
                    Path home = root.resolve("vps").resolve(server.name());
                    account(home, server.name(), server.domain(), "files", 800);
                    backups(root.resolve("backups/vps").resolve(server.name()), server.name());
                    vps.ofServer(server.name());
                }
            }
        }
        links(root.resolve("hosting").resolve(DemoCustomers.COMPANY_ACCOUNT).resolve("www"));
    }

    /** One within the account, one to a neighbour, one out of everything. */
    private static void links(Path www) throws IOException {
        if (Files.exists(www)) {
            Files.createSymbolicLink(www.resolve("najnovejse"), Path.of("slike"));
            Files.createSymbolicLink(www.resolve("sosed"), Path.of("../../" + DemoCustomers.PRIVATE_ACCOUNT + "/www"));
            Files.createSymbolicLink(www.resolve("sistem"), Path.of("/etc"));
        }
    }

    private void account(Path home, String name, String domain, String files, int kilobytes) throws IOException {
        Dice dice = population.dice("tree", name);
        new SiteFiles(dice, home.resolve(files), population.today()).write(domain, kilobytes);
        new Mailboxes(population, home.resolve("mail")).write(name, domain);
        Path databases = Files.createDirectories(home.resolve("databases"));
        Files.writeString(databases.resolve(name + "_wp.sql"), Dumps.sql(population.dice("dump", name), 200));
        Path logs = Files.createDirectories(home.resolve("logs"));
        for (int i = 0; i < 3; i++) {
            LocalDate day = population.today().minusDays(i + 1L);
            Files.writeString(
                    logs.resolve("access-" + day + ".log"), Dumps.webLog(population.dice("web", name, i), day, 60));
        }
        Files.writeString(logs.resolve("error.log"), "PHP Warning: Undefined variable $žeton in vnos.php on line 12\n");
        for (String part : new String[] {"mail", "databases", "logs"}) {
            dateAll(home.resolve(part));
        }
    }

    /** The last night's, lest a world tell when it was made. */
    private void dateAll(Path folder) throws IOException {
        FileTime night =
                FileTime.from(population.today().minusDays(1).atTime(23, 30).toInstant(ZoneOffset.UTC));
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Files.setLastModifiedTime(file, night);
            }
        }
    }

    private void backups(Path folder, String name) throws IOException {
        Files.createDirectories(folder);
        for (int i = 0; i < 7; i++) {
            LocalDate day = population.today().minusDays(i + 1L);
            Path file = folder.resolve(name + "-" + day + ".tar.gz");
            Files.write(file, population.dice("backup", name, i).bytes(2_000));
            Files.setLastModifiedTime(file, FileTime.from(day.atTime(2, 30).toInstant(ZoneOffset.UTC)));
        }
    }

    /** Text for files, in UTF-8. */
    static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
