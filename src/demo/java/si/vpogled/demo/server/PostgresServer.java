package si.vpogled.demo.server;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;

/** A PostgreSQL server of its own. Everybody but the administrator needs a password. */
public final class PostgresServer implements AutoCloseable {
    private static final String ACCESS = """
            local all all trust
            host all postgres 127.0.0.1/32 trust
            host all all 127.0.0.1/32 scram-sha-256
            """;

    private final Path folder;
    private final boolean temporary;
    private final EmbeddedPostgres server;

    private PostgresServer(Path folder, boolean temporary) {
        this.folder = folder;
        this.temporary = temporary;
        this.server = launch(folder.resolve("data").toAbsolutePath());
    }

    /** A fresh server whose folder is deleted when it is closed. */
    public static PostgresServer start() {
        return new PostgresServer(Folders.temporary("postgres"), true);
    }

    /** A server on a folder that stays; what an earlier, killed process left running on it is ended first. */
    public static PostgresServer start(Path folder) {
        return new PostgresServer(folder, false);
    }

    private static EmbeddedPostgres launch(Path data) {
        try {
            Files.createDirectories(data.getParent());
            Leftover.end(data.resolve("postmaster.pid"), data);
            return EmbeddedPostgres.builder()
                    .setDataDirectory(data)
                    .setCleanDataDirectory(false)
                    .setPort(Ports.free())
                    .setPGStartupWait(Duration.ofSeconds(60))
                    .setServerConfig("listen_addresses", Ports.HOST)
                    .setServerConfig("max_connections", "200")
                    .setServerConfig("timezone", "UTC")
                    // its passwords are no secret, and each connection would hash thousands of times
                    .setServerConfig("scram_iterations", "1")
                    .setDataDirectoryCustomizer(PostgresServer::restrict)
                    .start();
        } catch (IOException e) {
            throw new UncheckedIOException("PostgreSQL did not start in " + data, e);
        }
    }

    private static void restrict(File data) {
        try {
            Files.writeString(data.toPath().resolve("pg_hba.conf"), ACCESS);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public int port() {
        return server.getPort();
    }

    public String jdbcUrl(String database) {
        return "jdbc:postgresql://" + Ports.HOST + ":" + port() + "/" + database;
    }

    /** A connection of the administrator. */
    public Connection connect(String database) throws SQLException {
        return DriverManager.getConnection(jdbcUrl(database), "postgres", "");
    }

    /** Runs statements, separated by semicolons, as the administrator. */
    public void run(String database, String statements) {
        try (Connection connection = connect(database);
                Statement statement = connection.createStatement()) {
            statement.execute(statements);
        } catch (SQLException e) {
            throw new IllegalStateException("PostgreSQL refused a statement: " + e.getMessage(), e);
        }
    }

    /** A database that belongs to a new user; both stay as they are where they exist. */
    public void createDatabase(String database, String owner, String password) {
        createUser(owner, password);
        if (!exists("select 1 from pg_database where datname = '" + database + "'")) {
            run("postgres", "create database " + database + " owner " + owner);
        }
    }

    /** A user that may only read what is, and will be, in the public schema of a database. */
    public void createReader(String database, String user, String password) {
        createUser(user, password);
        run(database, """
                grant connect on database %1$s to %2$s;
                grant usage on schema public to %2$s;
                grant select on all tables in schema public to %2$s;
                alter default privileges in schema public grant select on tables to %2$s
                """.formatted(database, user));
    }

    /** A user with no rights but those that the statements grant. */
    public void createUser(String database, String user, String password, String grants) {
        createUser(user, password);
        run(database, grants);
    }

    private void createUser(String user, String password) {
        if (!exists("select 1 from pg_roles where rolname = '" + user + "'")) {
            run("postgres", "create role " + user + " login password '" + password.replace("'", "''") + "'");
        }
    }

    private boolean exists(String query) {
        try (Connection connection = connect("postgres");
                Statement statement = connection.createStatement();
                var rows = statement.executeQuery(query)) {
            return rows.next();
        } catch (SQLException e) {
            throw new IllegalStateException("PostgreSQL refused a query: " + e.getMessage(), e);
        }
    }

    @Override
    public void close() {
        try {
            server.close();
        } catch (IOException e) {
            throw new UncheckedIOException("PostgreSQL did not stop", e);
        } finally {
            if (temporary) {
                Folders.delete(folder);
            }
        }
    }
}
