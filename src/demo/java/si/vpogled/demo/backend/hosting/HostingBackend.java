package si.vpogled.demo.backend.hosting;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.Map;
import si.vpogled.demo.backend.Backend;
import si.vpogled.demo.backend.Resources;
import si.vpogled.demo.people.Population;
import si.vpogled.demo.server.MariaDbServer;
import si.vpogled.demo.server.SftpServer;

/** The control panel's database and the servers' files. */
public final class HostingBackend implements Backend {
    public static final String USER = "vpogled_bralec";
    public static final String PASSWORD = "bere-gostovanje";
    public static final String SFTP_USER = "vpogled";
    public static final String SFTP_PASSWORD = "bere-datoteke";
    public static final String ERASER = "vpogled_brisalec";
    public static final String ERASERS_PASSWORD = "brise-gostovanje";
    private static final String DATABASE = "nadzorna_plosca";

    private final MariaDbServer server;
    private final SftpServer files;

    private HostingBackend(MariaDbServer server, SftpServer files) {
        this.server = server;
        this.files = files;
    }

    /** With all that it holds in one folder, whose earlier files stay where they are the same. */
    public static HostingBackend start(Population population, Path folder) {
        MariaDbServer server = MariaDbServer.start(folder.resolve("mariadb"));
        server.run("", "drop database if exists " + DATABASE);
        server.createDatabase(DATABASE);
        server.run(DATABASE, Resources.text("/backend/hosting.sql"));
        server.createReader(DATABASE, USER, PASSWORD);
        server.createEraser(DATABASE, ERASER, ERASERS_PASSWORD);
        try (Connection connection = server.connect(DATABASE)) {
            connection.setAutoCommit(false);
            new HostingRecords(connection, population).write();
            connection.commit();
        } catch (SQLException e) {
            throw new IllegalStateException("The control panel cannot be filled: " + e.getMessage(), e);
        }
        Path tree = folder.resolve("files");
        new HostingTree(population, tree).write();
        SftpServer sftp = SftpServer.start(tree).user(SFTP_USER, SFTP_PASSWORD).eraser(ERASER, ERASERS_PASSWORD);
        return new HostingBackend(server, sftp);
    }

    public String jdbcUrl() {
        return server.jdbcUrl(DATABASE);
    }

    public int databasePort() {
        return server.port();
    }

    /** A connection of the administrator, for tests that change what is held. */
    public Connection connect() throws SQLException {
        return server.connect(DATABASE);
    }

    public SftpServer files() {
        return files;
    }

    @Override
    public Map<String, String> environment() {
        Map<String, String> environment = new LinkedHashMap<>();
        environment.put("HOSTING_JDBC_URL", jdbcUrl());
        environment.put("HOSTING_USER", USER);
        environment.put("VPOGLED_SECRET_HOSTING_PASSWORD", PASSWORD);
        environment.put("HOSTING_SFTP_HOST", files.host());
        environment.put("HOSTING_SFTP_PORT", Integer.toString(files.port()));
        environment.put("HOSTING_SFTP_HOST_KEY", files.hostKey());
        environment.put("HOSTING_SFTP_USER", SFTP_USER);
        environment.put("VPOGLED_SECRET_HOSTING_SFTP_PASSWORD", SFTP_PASSWORD);
        return Map.copyOf(environment);
    }

    @Override
    public Map<String, String> erasing() {
        return Map.of(
                "HOSTING_ERASING_USER", ERASER,
                "VPOGLED_SECRET_HOSTING_ERASING_PASSWORD", ERASERS_PASSWORD,
                "HOSTING_SFTP_ERASING_USER", ERASER,
                "VPOGLED_SECRET_HOSTING_ERASING_SFTP_PASSWORD", ERASERS_PASSWORD);
    }

    @Override
    public void close() {
        try {
            files.close();
        } finally {
            server.close();
        }
    }
}
