package si.vpogled.connector.files;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import si.vpogled.connector.AwkwardNames;
import si.vpogled.connector.ConnectorContractTest;
import si.vpogled.connector.Order;
import si.vpogled.connector.Ordered;
import si.vpogled.connector.Outcome;
import si.vpogled.connector.Person;
import si.vpogled.connector.extract.Entry;
import si.vpogled.connector.extract.SafeName;
import si.vpogled.inventory.ItemId;
import si.vpogled.subject.Identifier;

/** The contract over a server's folders: files, mail, a shared log, a listing of backups. */
abstract class FilesContractTest extends ConnectorContractTest {
    private static final String DEFINITION = """
            version: 1
            connector: folders
            title: {sl: Mape, en: Folders}
            needs: [hosting-account]
            concurrency: 1
            limits: {seconds: 600, records: 1000000, bytes: 1000000000}
            sources:
              - id: server
                transport: files
                settings: SETTINGS
            collections:
              - id: access-log
                title: {sl: Dostopi, en: Access}
                source: server
                services: [shared-hosting]
                row: user-data
                per: hosting-account
                read:
                  mode: log
                  root: log
                  pattern: '^(?<at>\\S+) user=(?<user>\\S+) ip=(?<ip>\\S+)$'
                  match: user
                fields:
                  - {name: at, from: at, type: time, label: {sl: Čas, en: Time}}
                  - {name: ip, from: ip, item: access-log, label: {sl: IP-naslov, en: IP address}}
              - id: files
                title: {sl: Datoteke, en: Files}
                source: server
                services: [shared-hosting]
                row: user-data
                per: hosting-account
                as: files
                item: files
                read: {mode: tree, root: "home/{hosting-account}/www"}
              - id: mail
                title: {sl: Pošta, en: Mail}
                source: server
                services: [shared-hosting]
                row: user-data
                per: hosting-account
                as: mail
                item: email-messages
                read: {mode: maildir, root: "home/{hosting-account}/mail"}
              - id: backups
                title: {sl: Kopije, en: Backups}
                source: server
                services: [shared-hosting]
                row: user-data
                per: hosting-account
                read: {mode: list, root: "home/{hosting-account}/backups"}
                fields:
                  - {name: name, from: name, item: backups, label: {sl: Ime, en: Name}}
                  - {name: size, from: size, type: integer, label: {sl: Velikost, en: Size}}
            """;
    private static final String AWKWARD_NAME = "=1+1 Žiga 'č' %s & \uD83D\uDE00.txt";

    /** The server's folder, filled once. */
    static void fill(Path server) {
        account(server, "ena", 3, 2);
        account(server, "dva", 2, 1);
        account(server, "tri", 40, 1);
        account(server, "veliko", 1, 1);
        account(server, "enajst", 1, 1);
        write(server.resolve("home/čudno/www/" + AWKWARD_NAME), AWKWARD);
        AwkwardNames.all().keySet().forEach(name -> write(server.resolve("home/imena/www/" + name), name));
        write(server.resolve("home/imena/www/" + AwkwardNames.deep()), AwkwardNames.deep());
        StringBuilder log = new StringBuilder();
        for (int line = 0; line < 100_000; line++) {
            log.append("2026-02-01T10:00:00Z user=veliko ip=192.0.2.1\n");
        }
        for (String other : List.of("ena", "enajst", "dva", "tri", "tri")) {
            log.append("2026-02-01T10:00:00Z user=").append(other).append(" ip=192.0.2.1\n");
        }
        write(server.resolve("log/access.log"), log.toString());
    }

    private static void account(Path server, String account, int files, int folders) {
        Path home = server.resolve("home").resolve(account);
        IntStream.range(0, files).forEach(at -> write(home.resolve("www/d" + at % 3 + "/f" + at), "content " + at));
        IntStream.range(0, folders)
                .forEach(at -> write(
                        home.resolve("mail/" + (at == 0 ? "" : ".F" + at + "/") + "cur/1.M1.host"), "a: b\n\nx\n"));
        write(home.resolve("backups/monday.tar"), "tar");
    }

    private static void write(Path file, String content) {
        try {
            Files.createDirectories(file.getParent());
            Files.write(file, content.getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void awkwardNamesArriveSoThatAnySystemCanUnpackThemAndStayApart() throws Exception {
        Ordered ordered = ordered();
        Order order = ordered.order(
                List.of(new Identifier.HostingAccount("imena")),
                List.of(ItemId.parse("shared-hosting.user-data.files")));

        Outcome outcome = ordered.run(order, environment());

        String folder = "shared-hosting/user-data/files/";
        Map<String, String> arrived = new TreeMap<>();
        for (Entry entry : ordered.entries(order)) {
            assertThat(entry.name()).startsWith(folder);
            arrived.put(entry.name().substring(folder.length()), ordered.text(order, entry.name()));
        }
        String deep = arrived.entrySet().stream()
                .filter(file -> file.getValue().equals(AwkwardNames.deep()))
                .map(Map.Entry::getKey)
                .collect(Collectors.joining());
        assertThat(deep).startsWith("globoko-").endsWith("/zadnja.txt").hasSizeLessThan(1000);
        arrived.remove(deep);
        Map<String, String> expected = new TreeMap<>(AwkwardNames.byArrival());
        expected.values().removeAll(ambiguous());
        assertThat(arrived).containsExactlyInAnyOrderEntriesOf(expected);
        assertThat(arrived.keySet()).allMatch(SafeName::isSafe);
        assertThat(outcome.remarks())
                .filteredOn(remark -> !remark.leftOut())
                .extracting(Outcome.Remark::count)
                .containsExactly(AwkwardNames.changed() + 1 - ambiguous().size());
        assertThat(outcome.remarks().stream()
                        .filter(Outcome.Remark::leftOut)
                        .mapToLong(Outcome.Remark::count)
                        .sum())
                .isEqualTo(ambiguous().size());
    }

    /** Names that this server itself takes for others: what they stand for is left aside, and the reader told so. */
    Set<String> ambiguous() {
        return Set.of();
    }

    /** In YAML's flow form. */
    abstract String settings();

    @Override
    public Path definitions() throws IOException {
        Path definitions = Files.createDirectories(folder.resolve("connectors"));
        Files.writeString(definitions.resolve("folders.yaml"), DEFINITION.replace("SETTINGS", settings()));
        return definitions;
    }

    @Override
    public String connector() {
        return "folders";
    }

    private static Person person(long files, long mails, long accesses, String... accounts) {
        Map<String, Long> found = Map.of(
                "files", files, "email-messages", mails, "access-log", accesses, "backups", (long) accounts.length);
        return new Person(
                Arrays.stream(accounts)
                        .map(account -> (Identifier) new Identifier.HostingAccount(account))
                        .toList(),
                List.of(),
                found.entrySet().stream()
                        .collect(Collectors.toMap(
                                entry -> "shared-hosting.user-data." + entry.getKey(), Map.Entry::getValue)));
    }

    @Override
    public Person one() {
        return person(3, 2, 1, "ena");
    }

    @Override
    public Person several() {
        return person(42, 2, 3, "dva", "tri");
    }

    @Override
    public Person many() {
        return person(1, 1, 100_000, "veliko");
    }

    @Override
    public Person awkward() {
        return new Person(
                List.of(new Identifier.HostingAccount("čudno")),
                List.of(),
                Map.of("shared-hosting.user-data.files", 1L));
    }

    @Override
    protected void awkwardCharactersArrived(Ordered ordered, Order order) throws IOException {
        Entry file = ordered.entries(order).stream()
                .filter(entry -> entry.kind() == Entry.Kind.FILE)
                .findFirst()
                .orElseThrow();
        // a percent sign would be an escape in a BagIt manifest
        assertThat(file.name()).endsWith("Žiga 'č' _s & \uD83D\uDE00.txt");
        assertThat(new String(ordered.content(order, file.name()), StandardCharsets.UTF_8))
                .isEqualTo(AWKWARD);
    }
}
