package si.vpogled.demo.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import si.vpogled.connector.Erases;
import si.vpogled.connector.Order;
import si.vpogled.connector.Ordered;
import si.vpogled.connector.Outcome;
import si.vpogled.connector.Person;
import si.vpogled.connector.Remote;
import si.vpogled.demo.backend.hosting.HostingBackend;
import si.vpogled.demo.server.SftpServer;
import si.vpogled.inventory.ItemId;
import si.vpogled.subject.Identifier;

class HostingContractTest extends BuiltInContractTest implements Erases {
    @TempDir
    static Path data;

    private static HostingBackend backend;

    @BeforeAll
    static void start() throws SQLException, IOException {
        backend = HostingBackend.start(NOBODY, data);
        try (Connection connection = backend.connect();
                Statement statement = connection.createStatement();
                PreparedStatement awkward = connection.prepareStatement("insert into activation_email values"
                        + " (1, 'nerodni', null, '2025-01-02 10:00:00', 'x@example.test', ?, 'Geslo: skrivnost')")) {
            // the login f is of two packages of one customer, skupni is of two customers
            for (String[] one : new String[][] {
                {"ena", "1", "nadzor-ena", "ena@ena.example"},
                {"dve-a", "2", "dve", "f"},
                {"dve-b", "2", "dve", "f"},
                {"tri", "3", "tri", "skupni"},
                {"mnogo", "4", "mnogo", "skupni"},
                {"nerodni", "5", "nerodni", "nerodni"}
            }) {
                statement.execute(
                        "insert into hosting_package values ('%s', '%s', 'M', '2025-01-01', '%s', 'p', '%s', 'q', null)"
                                .formatted((Object[]) one));
            }
            statement.execute("insert into vps_server values"
                    + " ('vps-1', '1', 'VPS', '2025-01-01', '192.0.2.9', 'root', 'p', false),"
                    + " ('vps-4', '4', 'VPS', '2025-01-01', '192.0.2.10', 'root', 'p', false)");
            statement.execute(
                    "insert into patchman_file select seq, 'mnogo', null, concat('/www/', seq, '.php'), 'x', 'y',"
                            + " '2025-01-01 10:00:00' from seq_1_to_100000");
            awkward.setString(1, AWKWARD);
            awkward.execute();
        }
        Path root = backend.files().root();
        Path www = Files.createDirectories(root.resolve("hosting/ena/www/mapa"));
        Files.writeString(www.resolve("žaba.txt"), "žaba");
        Files.writeString(www.resolveSibling("index.html"), "<p>");
        for (String account : List.of("dve-a", "dve-b", "tri")) {
            Path index = root.resolve("hosting/" + account + "/www/index.html");
            Files.createDirectories(index.getParent());
            Files.writeString(index, account);
        }
        // e-mail of another's domain is no login of ena
        log(
                root,
                "hosting",
                List.of(
                        "ena",
                        "nadzor-ena",
                        "ena2",
                        "dve-a",
                        "f",
                        "ena",
                        "ena@drugi.example",
                        "dve-b",
                        "tri",
                        "dve-a",
                        "dve",
                        "skupni"));
        Files.writeString(root.resolve("log/hosting-access.log.1"), line("user=ena@ena.example") + "\n");
        try (OutputStream packed =
                new GZIPOutputStream(Files.newOutputStream(root.resolve("log/hosting-access.log.2.gz")))) {
            packed.write((line("user=ena") + "\n" + line("user=tretji") + "\n").getBytes(StandardCharsets.UTF_8));
        }
        List<String> users = new ArrayList<>(List.of("vps-1"));
        users.addAll(Collections.nCopies(100_000, "vps-4"));
        log(root, "vps", users);
    }

    private static void log(Path root, String name, List<String> users) throws IOException {
        Files.write(
                root.resolve("log/" + name + "-access.log"),
                users.stream()
                        .map(user -> line((name.equals("vps") ? "user=root server=" : "user=") + user))
                        .toList());
    }

    private static String line(String who) {
        return "2026-01-01T10:00:00Z " + who + " ip=192.0.2.1 service=ftp result=ok";
    }

    @AfterAll
    static void stop() {
        backend.close();
    }

    @Override
    public String connector() {
        return "hosting";
    }

    @Override
    public List<Remote> remotes() {
        return List.of(
                Remote.of("panel", backend.databasePort()),
                Remote.of("servers", backend.files().port()));
    }

    @Override
    public Map<String, String> environment() {
        return backend.environment();
    }

    @Override
    public List<Wrong> wrongCredentials() {
        return List.of(
                new Wrong("panel", "VPOGLED_SECRET_HOSTING_PASSWORD", "napačno"),
                new Wrong("servers", "VPOGLED_SECRET_HOSTING_SFTP_PASSWORD", "napačno"),
                new Wrong("servers", "HOSTING_SFTP_USER", "nihče"),
                new Wrong("servers", "HOSTING_SFTP_HOST_KEY", SftpServer.hostKey(SftpServer.newKey())));
    }

    @Override
    public Person one() {
        return byNumber(
                "1",
                all(
                        counts("shared-hosting.service-fulfilment", "panel-credentials 1", "ftp-credentials 1"),
                        counts("shared-hosting.user-data", "files 2", "access-log 5"),
                        counts("vps.service-fulfilment", "server-credentials 1"),
                        counts("vps.user-data", "access-log 1")),
                new Identifier.HostingAccount("ena"),
                new Identifier.VpsServer("vps-1"));
    }

    @Override
    public Person several() {
        return new Person(
                List.of(new Identifier.CustomerNumber("2"), new Identifier.CustomerNumber("3")),
                List.of(
                        new Identifier.HostingAccount("dve-a"),
                        new Identifier.HostingAccount("dve-b"),
                        new Identifier.HostingAccount("tri")),
                all(
                        counts("shared-hosting.service-fulfilment", "panel-credentials 3", "ftp-credentials 3"),
                        counts("shared-hosting.user-data", "files 3", "access-log 6")));
    }

    @Override
    public Person many() {
        return byNumber(
                "4",
                all(
                        counts("shared-hosting.service-fulfilment", "panel-credentials 1", "ftp-credentials 1"),
                        counts("shared-hosting.user-data", "patchman-file-names 100000"),
                        counts("vps.service-fulfilment", "server-credentials 1"),
                        counts("vps.user-data", "access-log 100000")),
                new Identifier.HostingAccount("mnogo"),
                new Identifier.VpsServer("vps-4"));
    }

    @Override
    public Person awkward() {
        return byNumber(
                "5",
                counts(
                        "shared-hosting.service-fulfilment",
                        "panel-credentials 1",
                        "ftp-credentials 1",
                        "activation-email 1"),
                new Identifier.HostingAccount("nerodni"));
    }

    @Test
    void linesOfALoginThatPackagesOfOneCustomerShareAreTheirsAndComeOnce() throws Exception {
        Ordered ordered = ordered();
        Order order = ordered.order(List.of(new Identifier.CustomerNumber("2")));

        Outcome outcome = ordered.run(order, environment());

        assertThat(users(ordered, order)).containsExactlyInAnyOrder("dve-a", "dve-a", "dve-b", "dve", "f");
        assertThat(outcome.remarks()).isEmpty();
    }

    @Test
    void linesOfALoginThatAnothersPackageHasTooAreLeftAsideAndTold() throws Exception {
        Ordered ordered = ordered();
        Order order = ordered.order(List.of(new Identifier.CustomerNumber("3")));

        Outcome outcome = ordered.run(order, environment());

        assertThat(users(ordered, order)).containsExactly("tri");
        assertThat(outcome.remarks()).singleElement().satisfies(remark -> {
            assertThat(remark.count()).isEqualTo(1);
            assertThat(remark.leftOut()).isTrue();
            assertThat(remark.items())
                    .extracting(ItemId::toString)
                    .containsExactly("shared-hosting.user-data.access-log");
            assertThat(remark.text().en()).contains("somebody else's packages use too");
        });
    }

    private static List<String> users(Ordered ordered, Order order) throws IOException {
        return Ordered.JSON
                .readTree(ordered.content(order, "shared-hosting/user-data/access-log.json"))
                .path("records")
                .findValuesAsText("user");
    }

    private static final String ERASED = """
            set foreign_key_checks = 0;
            delete from migrated_mailbox where migration in (8, 9, 18, 19);
            delete from migration where id in (8, 9, 18, 19);
            delete from activation_email where id in (8, 9, 18, 19);
            delete from patchman_contact where id between 8 and 19;
            delete from patchman_domain where id between 8 and 19;
            delete from patchman_file where account in ('osem', 'devet') or server in ('vps-8', 'vps-9');
            delete from hosting_package where account in ('osem', 'devet');
            delete from vps_server where server in ('vps-8', 'vps-9');
            set foreign_key_checks = 1;
            insert into hosting_package values
              ('osem', '8', 'M', '2025-01-01', 'u', 'p', 'osem-ftp', 'q', null),
              ('devet', '9', 'M', '2025-01-01', 'u', 'p', 'devet-ftp', 'q', null);
            insert into vps_server values
              ('vps-8', '8', 'VPS', '2025-01-01', '192.0.2.8', 'root', 'p', true),
              ('vps-9', '9', 'VPS', '2025-01-01', '192.0.2.9', 'root', 'p', true);
            insert into activation_email select id, account, server, '2025-01-02 10:00:00', 'x', 'y', 'Geslo: s' from whose;
            insert into migration
              select id, account, server, 'p', 'q', 'r', 's', 't', 'u', 'v', '2025-01-02' from whose;
            insert into migrated_mailbox select id, concat(n, '@osem.example'), 'g' from whose, (select 1 n union select 2) two;
            insert into patchman_contact select id, account, server, 'x@osem.example', 'y', '2025-01-02' from whose;
            insert into patchman_contact values
              (10, 'sedem', null, 'osem@example.test', 'y', '2025-01-02'), (11, 'sedem', null, 'osem@example.test', 'y', '2025-01-02');
            insert into patchman_domain select id, account, server, 'osem.example', '2025-01-02' from whose;
            insert into patchman_file
              select 200000 + id * 2 + n, account, server, '/x', 'y', 'z', '2025-01-02 10:00:00' from whose, (select 0 n union select 1) two
            """.replace("from whose", """
                    from (select 8 id, 'osem' account, null server union select 9, 'devet', null
                          union select 18, null, 'vps-8' union select 19, null, 'vps-9') whose""");

    @Override
    public Map<String, String> erasing() {
        return backend.erasing();
    }

    @Override
    public List<Identifier> whoIsErased() throws SQLException, IOException {
        fillAnew();
        return List.of(new Identifier.Email("osem@example.test"), new Identifier.CustomerNumber("8"));
    }

    @Override
    public List<Identifier> bystander() throws SQLException, IOException {
        fillAnew();
        return List.of(new Identifier.Email("devet@example.test"), new Identifier.CustomerNumber("9"));
    }

    @Override
    public void refuseSome(boolean refuse) {
        if (refuse) {
            backend.files().noEraser(HostingBackend.ERASER);
        } else {
            backend.files().eraser(HostingBackend.ERASER, HostingBackend.ERASERS_PASSWORD);
        }
    }

    private static void fillAnew() throws SQLException, IOException {
        try (Connection connection = backend.connect();
                Statement statement = connection.createStatement()) {
            statement.execute(ERASED);
        }
        for (String account : List.of("hosting/osem", "hosting/devet", "vps/vps-8", "vps/vps-9")) {
            Path folder = backend.files().root().resolve(account);
            for (String file : List.of(
                    account.startsWith("vps") ? "files/a/1" : "www/a/1",
                    account.startsWith("vps") ? "files/2" : "www/2",
                    "databases/db.sql",
                    "logs/error.log",
                    "mail/cur/1.M1:2,S",
                    "mail/new/2.M2",
                    "mail/.Arhiv/cur/3.M3:2,S")) {
                Path path = folder.resolve(file);
                Files.createDirectories(path.getParent());
                Files.writeString(path, "Subject: x\n\n" + file);
            }
        }
    }
}
