package si.vpogled.connector.jdbc;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import si.vpogled.demo.server.Folders;
import si.vpogled.demo.server.Ports;

/** A MySQL server of its own, in a folder that is deleted when it is closed. */
final class MySqlServer implements AutoCloseable {
    private static final String PROGRAM = "/mysql-Linux-amd64.tar.gz";
    private static final Duration PATIENCE = Duration.ofSeconds(120);

    /** Who may do everything, by the way of signing in that needs no TLS. */
    private static final String OPENING = """
            create user 'admin'@'%' identified with mysql_native_password by 'admin';
            grant all privileges on *.* to 'admin'@'%' with grant option;
            """;

    private final Path folder = Folders.temporary("mysql");
    private final int port = Ports.free();
    private final Process process;

    private MySqlServer() throws IOException {
        unpack();
        Path opening = Files.writeString(folder.resolve("opening.sql"), OPENING);
        ended(launch("--initialize-insecure"));
        process = launch(
                "--init-file=" + opening,
                "--port=" + port,
                "--bind-address=" + Ports.HOST,
                "--socket=" + folder.resolve("mysql.sock"),
                "--pid-file=" + folder.resolve("mysql.pid"),
                "--mysqlx=OFF",
                "--skip-log-bin",
                "--character-set-server=utf8mb4",
                "--innodb-flush-log-at-trx-commit=0");
    }

    static MySqlServer start() {
        try {
            MySqlServer server = new MySqlServer();
            await().atMost(PATIENCE).until(server::answers);
            return server;
        } catch (IOException e) {
            throw new UncheckedIOException("MySQL did not start", e);
        }
    }

    private void unpack() throws IOException {
        Path archive = folder.resolve("mysql.tar.gz");
        try (InputStream program = MySqlServer.class.getResourceAsStream(PROGRAM)) {
            Files.copy(program, archive);
        }
        ended(new ProcessBuilder("tar", "-xzf", archive.toString(), "-C", folder.toString()).start());
        Files.delete(archive);
        // later Debians name it otherwise, and it is the same
        Path renamed = Path.of("/usr/lib/x86_64-linux-gnu/libaio.so.1t64");
        if (Files.exists(renamed)) {
            Files.createSymbolicLink(folder.resolve("lib/private/libaio.so.1"), renamed);
        }
    }

    private Process launch(String... options) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                folder.resolve("bin/mysqld").toString(),
                "--no-defaults",
                "--basedir=" + folder,
                "--datadir=" + folder.resolve("data"),
                // a server that starts deletes what others have in the same folder for temporary tables
                "--tmpdir=" + Files.createDirectories(folder.resolve("tmp")),
                // not every file system of a container has it
                "--innodb-use-native-aio=OFF"));
        if (System.getProperty("user.name").equals("root")) {
            command.add("--user=root");
        }
        command.addAll(List.of(options));
        return new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log().toFile()))
                .start();
    }

    private Path log() {
        return folder.resolve("mysql.log");
    }

    private void ended(Process program) throws IOException {
        try {
            if (!program.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS) || program.exitValue() != 0) {
                program.destroyForcibly();
                throw failed();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw failed();
        }
    }

    private IllegalStateException failed() throws IOException {
        String said = Files.exists(log()) ? Files.readString(log()) : "";
        return new IllegalStateException(
                "MySQL did not start; its program needs libaio, libnuma and tar (Debian: libaio1, libnuma1). " + said);
    }

    private boolean answers() throws IOException {
        if (!process.isAlive()) {
            throw failed();
        }
        try {
            connect("").close();
            return true;
        } catch (SQLException e) {
            return false;
        }
    }

    int port() {
        return port;
    }

    /** As the administrator; an empty name connects to no database. */
    Connection connect(String database) throws SQLException {
        return DriverManager.getConnection(
                "jdbc:mariadb://" + Ports.HOST + ":" + port + "/" + database + "?allowMultiQueries=true",
                "admin",
                "admin");
    }

    /** Statements, separated by semicolons, as the administrator; an empty name runs them in no database. */
    void run(String database, String statements) {
        try (Connection connection = connect(database);
                Statement statement = connection.createStatement()) {
            statement.execute(statements);
        } catch (SQLException e) {
            throw new IllegalStateException("MySQL refused a statement: " + e.getMessage(), e);
        }
    }

    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(30, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
        Folders.delete(folder);
    }
}
