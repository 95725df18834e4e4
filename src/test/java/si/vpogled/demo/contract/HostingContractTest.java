package si.vpogled.demo.contract;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import si.vpogled.connector.Person;
import si.vpogled.demo.backend.hosting.HostingBackend;
import si.vpogled.subject.Identifier;

class HostingContractTest extends BuiltInContractTest {
    @TempDir
    static Path data;

    private static HostingBackend backend;

    @BeforeAll
    static void start() throws SQLException, IOException {
        backend = HostingBackend.start(NOBODY, data);
        try (Connection connection = backend.connect();
                Statement statement = connection.createStatement();
                PreparedStatement awkward = connection.prepareStatement("insert into activation_email values"
                        + " (1, 'nerodni', null, '2025-01-02 10:00:00', 'x@example.test', 'Zadeva', ?)")) {
            for (String[] one : new String[][] {{"ena", "1"}, {"dve", "2"}, {"mnogo", "4"}, {"nerodni", "5"}}) {
                statement.execute(
                        "insert into hosting_package values ('%s', '%s', 'M', '2025-01-01', 'u', 'p', 'f', 'q', null)"
                                .formatted((Object[]) one));
            }
            statement.execute("insert into vps_server values"
                    + " ('vps-2', '2', 'VPS', '2025-01-01', '192.0.2.9', 'root', 'p', false)");
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
        Files.writeString(root.resolve("log/hosting-access.log"), """
                2026-01-01T10:00:00Z user=ena ip=192.0.2.1 service=ftp result=ok
                2026-01-01T10:00:01Z user=ena2 ip=192.0.2.2 service=ftp result=ok
                2026-01-01T10:00:02Z user=ena ip=192.0.2.1 service=ssh result=ok
                """);
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
    public int port() {
        return backend.databasePort();
    }

    @Override
    public Map<String, String> environment(int port) {
        return through(backend.environment(), backend.databasePort(), port);
    }

    @Override
    public Map<String, String> wrongCredentials() {
        return Map.of("VPOGLED_SECRET_HOSTING_PASSWORD", "napačno");
    }

    @Override
    public Person one() {
        return byNumber(
                "1",
                all(
                        counts("shared-hosting.service-fulfilment", "panel-credentials 1", "ftp-credentials 1"),
                        counts("shared-hosting.user-data", "files 2", "access-log 2")),
                new Identifier.HostingAccount("ena"));
    }

    @Override
    public Person several() {
        return byNumber(
                "2",
                all(
                        counts("shared-hosting.service-fulfilment", "panel-credentials 1", "ftp-credentials 1"),
                        counts("vps.service-fulfilment", "server-credentials 1")),
                new Identifier.HostingAccount("dve"),
                new Identifier.VpsServer("vps-2"));
    }

    @Override
    public Person many() {
        return byNumber(
                "4",
                all(
                        counts("shared-hosting.service-fulfilment", "panel-credentials 1", "ftp-credentials 1"),
                        counts("shared-hosting.user-data", "patchman-file-names 100000")),
                new Identifier.HostingAccount("mnogo"));
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
}
