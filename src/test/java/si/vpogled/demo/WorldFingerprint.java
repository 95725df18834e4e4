package si.vpogled.demo;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import si.vpogled.connector.definition.DefinitionLoader;
import si.vpogled.demo.backend.Backend;
import si.vpogled.demo.backend.billing.BillingBackend;
import si.vpogled.demo.backend.dostavljalec.DostavljalecBackend;
import si.vpogled.demo.backend.website.WebsiteBuilderBackend;
import si.vpogled.demo.backend.whois.WhoisDomainBackend;
import si.vpogled.demo.people.DemoCustomers;
import si.vpogled.demo.people.Population;
import si.vpogled.demo.server.PostgresServer;
import si.vpogled.subject.Identifier;

/**
 * All that a world holds, as hashes by name: {@code rows/…} of each table, {@code files/…} of each file with its time,
 * and {@code answers/…} of what the backends that speak HTTP, RDAP and WHOIS tell of the company.
 */
final class WorldFingerprint {
    private static final List<String> SPEAKING = List.of("whois-domain", "dostavljalec", "website-builder");

    private final Map<String, String> environment;
    private final Map<String, String> hashes = new TreeMap<>();

    private WorldFingerprint(Map<String, String> environment) {
        this.environment = environment;
    }

    static Map<String, String> of(DemoWorld world, Path folder) throws Exception {
        WorldFingerprint print = new WorldFingerprint(world.backendEnvironment());
        print.rows("BILLING", "'public'");
        print.rows("HOSTING", "database()");
        print.files(world.hosting().files().root());
        return print.answers(folder).hashes;
    }

    /** All but the hosting, whose server and files take the most time. */
    static Map<String, String> withoutHosting(Population population, Path folder) throws Exception {
        try (PostgresServer server = PostgresServer.start();
                Backend billing = BillingBackend.on(server, population);
                Backend whois = WhoisDomainBackend.start(population);
                Backend dostavljalec = DostavljalecBackend.start(population);
                Backend websites = WebsiteBuilderBackend.start(population)) {
            Map<String, String> environment = new TreeMap<>();
            List.of(billing, whois, dostavljalec, websites)
                    .forEach(backend -> environment.putAll(backend.environment()));
            WorldFingerprint print = new WorldFingerprint(environment);
            print.rows("BILLING", "'public'");
            return print.answers(folder).hashes;
        }
    }

    private void rows(String connector, String schema) throws SQLException {
        try (Connection connection = DriverManager.getConnection(
                        environment.get(connector + "_JDBC_URL"),
                        environment.get(connector + "_USER"),
                        environment.get("VPOGLED_SECRET_" + connector + "_PASSWORD"));
                Statement statement = connection.createStatement()) {
            String tables = "select table_name from information_schema.tables where table_schema = " + schema;
            for (String table : column(statement, tables)) {
                hashes.put(
                        "rows/" + connector + "/" + table,
                        hash(String.join("\n", column(statement, "select * from " + table))));
            }
        }
    }

    /** Each row as one text, in an order that does not depend on the server. */
    private static List<String> column(Statement statement, String query) throws SQLException {
        List<String> found = new ArrayList<>();
        try (ResultSet rows = statement.executeQuery(query)) {
            while (rows.next()) {
                StringBuilder row = new StringBuilder(String.valueOf(rows.getString(1)));
                for (int i = 2; i <= rows.getMetaData().getColumnCount(); i++) {
                    row.append('\u001f').append(rows.getString(i));
                }
                found.add(row.toString());
            }
        }
        found.sort(null);
        return found;
    }

    private void files(Path root) throws IOException {
        try (Stream<Path> files = Files.walk(root)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                hashes.put(
                        "files/" + root.relativize(file),
                        Files.getLastModifiedTime(file) + " " + hash(Files.readAllBytes(file)));
            }
        }
    }

    private WorldFingerprint answers(Path folder) throws Exception {
        for (String connector : SPEAKING) {
            ConnectorRun.of(
                            new DefinitionLoader().builtIn().find(connector).orElseThrow(),
                            environment,
                            folder,
                            new Identifier.CustomerNumber(DemoCustomers.COMPANY_NUMBER))
                    .texts()
                    // ports are chance
                    .forEach((name, text) -> hashes.put(
                            "answers/" + connector + "/" + name,
                            hash(text.replaceAll("127\\.0\\.0\\.1:\\d+", "host"))));
        }
        return this;
    }

    private static String hash(String text) {
        return hash(text.getBytes(StandardCharsets.UTF_8));
    }

    private static String hash(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
